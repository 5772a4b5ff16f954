import type { Look } from '@/domain/look/look'
import type { Target } from './arguments'
import { type Files, readFolder } from './folder'

/** Each method returns the folder of a target's engine and builds it when needed. */
export interface EngineBuilder {
  buildShared(target: Target): Promise<string>
  buildWithSections(target: Target, kinds: string[], customSource: string | undefined): Promise<string>
  /** Loads a compiler that includes the shop's custom source, which renders its first screen. */
  loadCustomCompiler(
    folder: string,
  ): Promise<(args: string[], builder: EngineBuilder, hasCustomSource: true) => Promise<number>>
}

/** Reads a folder. A folder that was pruned meanwhile is built again. */
async function readOrRebuild(folder: string, again: () => Promise<string>): Promise<Files> {
  try {
    return readFolder(folder)
  } catch (error) {
    if (Reflect.get(error as object, 'code') !== 'ENOENT') throw error
    return readFolder(await again())
  }
}

/** Reads each engine folder once, because its content never changes. */
export class EngineCache {
  private readonly filesByFolder = new Map<string, Files>()

  constructor(private readonly builder: EngineBuilder) {}

  /** The common engine, or the one with only the sections of a look. */
  async get(target: Target, look: Look | undefined, customSource: string | undefined): Promise<Files> {
    const find = () =>
      look
        ? this.builder.buildWithSections(
            target,
            look.sections.map(({ kind }) => kind),
            customSource,
          )
        : this.findShared(target)
    const folder = await find()
    const known = this.filesByFolder.get(folder) ?? (await readOrRebuild(folder, find))
    this.filesByFolder.set(folder, known)
    return known
  }

  private readonly folders = new Map<Target, Promise<string>>()

  /** Checks once for each target whether the engine is up to date. */
  private findShared(target: Target): Promise<string> {
    const folder = this.folders.get(target) ?? this.builder.buildShared(target)
    this.folders.set(target, folder)
    return folder
  }
}
