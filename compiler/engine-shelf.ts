import type { Look } from '@/domain/look'
import type { Target } from './arguments'
import { type Files, readFolder } from './folder'

/** Answer the folder of a target's engine, built when it is not there yet. */
export interface Engines {
  ready(target: Target): Promise<string>
  /** With some kinds of sections alone. */
  full(target: Target, kinds: string[]): Promise<string>
}

/** Engines as they were read, each once: its folder never changes. */
export class EngineShelf {
  private readonly read = new Map<string, Files>()

  constructor(private readonly engines: Engines) {}

  /** The engine for all shops, or the one with the sections of a look alone. */
  async of(target: Target, look: Look | undefined): Promise<Files> {
    const folder = look
      ? await this.engines.full(
          target,
          look.sections.map(({ kind }) => kind),
        )
      : await this.ready(target)
    const known = this.read.get(folder) ?? readFolder(folder)
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
