import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { SetupError } from '../settings'
import type { Sums } from './checksums'
import { copyFile, onDisk, sumOf } from './copy-file'
import { PHOTOS } from './save-photos'

/**
 * Puts a backup's photos beside those that are there: their names are made from what they hold, so none is in the way
 * of another, and photos that nothing uses harm nobody.
 */
export async function putPhotos(backup: string, dataDir: string, sums: Sums): Promise<number> {
  let files = 0
  const folders = new Set<string>()
  for (const [path, sum] of sums) {
    if (!path.startsWith(`${PHOTOS}/`)) continue
    files++
    const to = join(dataDir, path)
    if (existsSync(to) && (await sumOf(to)).sha256 === sum) continue
    folders.add(dirname(to))
    await mkdir(dirname(to), { recursive: true })
    await putPhoto(join(backup, path), to, sum)
  }
  for (const folder of folders) await onDisk(folder)
  return files
}

/** What an interrupted restore leaves, a server's own sweep of broken uploads takes away. */
async function putPhoto(from: string, to: string, sum: string) {
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
