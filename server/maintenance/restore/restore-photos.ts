import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { SetupError } from '../../setup-error'
import type { Checksums } from '../backup/checksums'
import { PHOTOS } from '../backup/save-photos'
import { copyFile, digestFile, syncToDisk } from '../copy-file'

/**
 * Copies a backup's photos to the existing ones; returns the number of files. File names are content hashes, so nothing is
 * overwritten by other content.
 */
export async function restorePhotos(backup: string, dataDir: string, sums: Checksums): Promise<number> {
  let files = 0
  const folders = new Set<string>()
  for (const [path, sum] of sums) {
    if (!path.startsWith(`${PHOTOS}/`)) continue
    files++
    const to = join(dataDir, path)
    if (existsSync(to) && (await digestFile(to)).sha256 === sum) continue
    folders.add(dirname(to))
    await mkdir(dirname(to), { recursive: true })
    await restorePhoto(join(backup, path), to, sum)
  }
  for (const folder of folders) await syncToDisk(folder)
  return files
}

/** The remains of an interrupted restore are deleted by the server's sweep. */
async function restorePhoto(from: string, to: string, sum: string) {
  const draft = `${to}.${randomBytes(6).toString('hex')}.part`
  try {
    const { sha256 } = await copyFile(from, draft, 0o644)
    if (sha256 !== sum) throw new SetupError(`${from} changed while it was restored.`)
    await rename(draft, to)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
