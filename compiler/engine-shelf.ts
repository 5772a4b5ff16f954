import type { Look } from '@/domain/look'
import type { Target } from './arguments'
import { type Files, readFolder } from './folder'

/** Answer the folder of a target's engine, built when it is not there yet. */
export interface Engines {
  ready(target: Target): Promise<string>
  /** With some kinds of sections alone. */
  full(target: Target, kinds: string[], own: string | undefined): Promise<string>
  /** The compiler with a shop's own source in it: what paints its first screen. */
  own(folder: string): Promise<(args: string[], engines: Engines, withOwn: true) => Promise<number>>
}

/** Reads a folder. One that was swept away just now, as others were used since, is made again. */
async function readWhole(folder: string, again: () => Promise<string>): Promise<Files> {
  try {
    return readFolder(folder)
  } catch (error) {
    if (Reflect.get(error as object, 'code') !== 'ENOENT') throw error
    return readFolder(await again())
  }
}

/** Engines as they were read, each once: its folder never changes. */
export class EngineShelf {
  private readonly read = new Map<string, Files>()

  constructor(private readonly engines: Engines) {}

  /** The engine for all shops, or the one with the sections of a look alone. */
  async of(target: Target, look: Look | undefined, own: string | undefined): Promise<Files> {
    const find = () =>
      look
        ? this.engines.full(
            target,
            look.sections.map(({ kind }) => kind),
            own,
          )
        : this.ready(target)
    const folder = await find()
    const known = this.read.get(folder) ?? (await readWhole(folder, find))
    this.read.set(folder, known)
    return known
  }

  private readonly folders = new Map<Target, Promise<string>>()

  /** Whether it is still of these sources is asked once. */
  private ready(target: Target): Promise<string> {
    const folder = this.folders.get(target) ?? this.engines.ready(target)
    this.folders.set(target, folder)
    return folder
  }
}
