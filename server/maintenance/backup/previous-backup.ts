import { existsSync } from 'node:fs'
import { link, lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { SetupError } from '../../setup-error'
import type { Report } from '../copy/copy-rows'
import { digestFile, type FileDigest } from '../copy-file'
import { type Checksums, readChecksums } from './checksums'
import { MANIFEST, newestIn, readManifest } from './manifest'

/** A backup whose photos a new one may link to. */
export interface PreviousBackup {
  folder: string
  sums: Checksums
  /** Number of damaged files found in it. They are copied instead. */
  damaged: number
}

/**
 * Finds the backup in a folder, or the newest one below it. Returns `undefined` and reports why when none is usable, since a
 * new backup does not depend on it.
 */
export async function previousBackup(place: string, report: Report): Promise<PreviousBackup | undefined> {
  if (!existsSync(place)) throw new SetupError(`There is no folder ${place}.`)
  const folder = existsSync(join(place, MANIFEST)) ? place : newestIn(place)
  if (folder === undefined) {
    report(`There is no earlier backup in ${place}, so every photo is copied.`)
    return undefined
  }
  try {
    return { folder, sums: await readChecksums(folder, readManifest(folder)), damaged: 0 }
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    report(`Warning: ${error.message} Every photo is copied.`)
    return undefined
  }
}

/** Each linked file is verified once in this many days. */
const RECHECK_DAYS = 30

const isDue = (sum: string, day: number) =>
  Number.parseInt(sum.slice(0, 8), 16) % RECHECK_DAYS === day % RECHECK_DAYS

const sizeOf = async (file: string) => {
  const found = await lstat(file)
  return found.isFile() ? found.size : undefined
}

/**
 * Links a file of the previous backup to `to`. Returns `undefined` when it has to be copied: missing, of another size,
 * damaged, or on another file system.
 */
export async function linkPrevious(
  previous: PreviousBackup,
  { path, live, to, day }: { path: string; live: string; to: string; day: number },
): Promise<FileDigest | undefined> {
  const sum = previous.sums.get(path)
  if (sum === undefined) return undefined
  const file = join(previous.folder, path)
  try {
    const bytes = await sizeOf(file)
    if (bytes === undefined || bytes !== (await sizeOf(live))) return undefined
    if (isDue(sum, day) && (await digestFile(file)).sha256 !== sum) {
      previous.damaged++
      return undefined
    }
    await link(file, to)
    return { sha256: sum, bytes }
  } catch {
    // copying works as well, or reports the error
    return undefined
  }
}
