import { randomBytes } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/** The recorded facts of a world that was made from the seed. */
export interface WorldFacts {
  generation: string
  /** The secret from which its owners' keys are derived. */
  secret: string
  madeAt: number
  /** The reset that made it; absent for the first time. */
  resetId?: string | undefined
}

const FACTS = 'world.json'
const USED = 'used'

/** The folder of one account's world. The world itself is in `live`, which is complete or absent. */
export class WorldFolder {
  readonly live: string

  constructor(private readonly folder: string) {
    this.live = path.join(folder, 'live')
  }

  /** The facts of the world; `undefined` when it was not made yet. */
  facts(): WorldFacts | undefined {
    const file = path.join(this.live, FACTS)
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as WorldFacts) : undefined
  }

  /**
   * Makes the world anew from the seed. No app may have it open.
   * @param prepare changes the copy before it becomes the world
   */
  async make(
    seed: string,
    { now, resetId }: { now: number; resetId?: string | undefined },
    prepare: (copy: string, facts: WorldFacts) => Promise<void>,
  ): Promise<WorldFacts> {
    const name = randomBytes(8).toString('hex')
    const facts = { generation: name, secret: randomBytes(32).toString('base64url'), madeAt: now, resetId }
    const [copy, old] = [path.join(this.folder, `new-${name}`), path.join(this.folder, `old-${name}`)]
    mkdirSync(this.folder, { recursive: true })
    cpSync(seed, copy, { recursive: true })
    await prepare(copy, facts)
    writeFileSync(path.join(copy, FACTS), JSON.stringify(facts))
    if (existsSync(this.live)) renameSync(this.live, old)
    renameSync(copy, this.live)
    void this.removeLeftovers()
    return facts
  }

  /** Notes that the world is in use. */
  touch(now: number): void {
    const file = path.join(this.folder, USED)
    if (!existsSync(file)) writeFileSync(file, '')
    utimesSync(file, now / 1000, now / 1000)
  }

  /** When the world was last in use, in epoch milliseconds; 0 when it never was. */
  usedAt(): number {
    return statSync(path.join(this.folder, USED), { throwIfNoEntry: false })?.mtimeMs ?? 0
  }

  /** The bytes of the world's files. */
  async bytes(): Promise<number> {
    const names = await readdir(this.live, { recursive: true }).catch(() => [])
    const sizes = await Promise.all(
      names.map((name) =>
        stat(path.join(this.live, name)).then(
          ({ size }) => size,
          () => 0,
        ),
      ),
    )
    return sizes.reduce((sum, size) => sum + size, 0)
  }

  /** Deletes the world; false when there was none. */
  async remove(): Promise<boolean> {
    const isThere = existsSync(this.folder)
    await rm(this.folder, { recursive: true, force: true })
    return isThere
  }

  /** Deletes what earlier worlds and interrupted copies left behind. */
  private async removeLeftovers(): Promise<void> {
    const names = await readdir(this.folder).catch(() => [])
    for (const name of names)
      if (/^(new|old)-/.test(name))
        await rm(path.join(this.folder, name), { recursive: true, force: true }).catch(() => undefined)
  }
}
