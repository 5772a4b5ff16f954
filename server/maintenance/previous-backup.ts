import { existsSync } from 'node:fs'
import { link, lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { SetupError } from '../settings'
import { listedSums, type Sums } from './checksums'
import { type Copied, sumOf } from './copy-file'
import type { Tell } from './copy-rows'
import { MANIFEST, newestIn, readManifest } from './manifest'

/** A backup whose photos a new one may share. */
export interface PreviousBackup {
  folder: string
  sums: Sums
  /** How many of its files were found damaged; those are copied anew. */
  damaged: number
}

/**
 * The backup in a folder, or the newest one below it; `undefined` when there is none that can be used, which is reported. A backup
 * holds all files itself, so a previous one is never needed.
 */
export async function previousBackup(place: string, tell: Tell): Promise<PreviousBackup | undefined> {
  if (!existsSync(place)) throw new SetupError(`There is no folder ${place}.`)
  const folder = existsSync(join(place, MANIFEST)) ? place : newestIn(place)
  if (folder === undefined) {
    tell(`There is no earlier backup in ${place}, so every photo is copied.`)
    return undefined
  }
  try {
    return { folder, sums: await listedSums(folder, readManifest(folder)), damaged: 0 }
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    tell(`Warning: ${error.message} Every photo is copied.`)
    return undefined
  }
}

/** Every linked file is read again once in so many days, a part of them each day. */
const RECHECK_DAYS = 30

const isDue = (sum: string, day: number) =>
  Number.parseInt(sum.slice(0, 8), 16) % RECHECK_DAYS === day % RECHECK_DAYS

const sizeOf = async (file: string) => {
  const found = await lstat(file)
  return found.isFile() ? found.size : undefined
}

/**
 * Links a file of the previous backup to `to`; `undefined` where it has to be copied: the previous backup does not have it, has
 * it in another size or damaged, or the file system has no hard links between them.
 */
export async function linkPrevious(
  previous: PreviousBackup,
  { path, live, to, day }: { path: string; live: string; to: string; day: number },
): Promise<Copied | undefined> {
  const sum = previous.sums.get(path)
  if (sum === undefined) return undefined
  const file = join(previous.folder, path)
  try {
    const bytes = await sizeOf(file)
    if (bytes === undefined || bytes !== (await sizeOf(live))) return undefined
    if (isDue(sum, day) && (await sumOf(file)).sha256 !== sum) {
      previous.damaged++
      return undefined
    }
    await link(file, to)
    return { sha256: sum, bytes }
  } catch {
    // whatever it was, copying works or says why not
    return undefined
  }
}
