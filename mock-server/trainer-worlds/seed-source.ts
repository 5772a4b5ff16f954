import { ensureTodaysSeed, isTodaysSeed } from '../seed/todays-seed'
import { seedStamp } from '../world/folders'
import type { Seed } from './trainer-world'

/** The seed that worlds are made from. It is built when the first world of a day starts. */
export class SeedSource implements Seed {
  private building: Promise<void> | undefined

  constructor(readonly folder: string) {}

  async today(): Promise<string> {
    await this.build()
    return this.folder
  }

  /** An old seed is good enough; today's is built meanwhile. */
  async present(): Promise<string> {
    if (isTodaysSeed(this.folder)) return this.folder
    const built = this.build()
    if (seedStamp(this.folder) === undefined) await built
    else built.catch(() => undefined)
    return this.folder
  }

  private build(): Promise<void> {
    this.building ??= ensureTodaysSeed(this.folder).finally(() => {
      this.building = undefined
    })
    return this.building
  }
}
