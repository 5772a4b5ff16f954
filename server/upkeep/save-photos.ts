import { mkdir, readdir } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import type { Query } from '../db/database'
import { codeOf } from '../error-code'
import { shareFile } from '../modules/photos/photo-files'
import { voiceFile } from '../modules/voices/voice-file'
import { copyFile, onDisk } from './copy-file'

export const PHOTOS = 'photos'

const NAME = /^[0-9a-z]{2}\/[0-9a-z][0-9a-z.-]*\.(webp|jpg|mp3)$/

/** The files of photos and voices below a folder, by their paths in it; what is still being written is none. */
export async function photoFiles(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => NAME.test(path))
    .sort()
}

/**
 * Copies all photos and voices into a backup and notes their sums. It comes after the database: a photo is on disk before it is in
 * a database, and stays for a week after nothing uses it, so what the database names is there.
 */
export async function savePhotos(
  from: string,
  backup: string,
  sums: Map<string, string>,
): Promise<{ files: number; bytes: number }> {
  const saved = { files: 0, bytes: 0 }
  const folders = new Set<string>()
  for (const path of await photoFiles(from)) {
    const to = join(backup, PHOTOS, path)
    folders.add(dirname(to))
    await mkdir(dirname(to), { recursive: true })
    const copied = await copyFile(join(from, path), to).catch((error: unknown) => {
      // swept away meanwhile: nothing used it
      if (codeOf(error) === 'ENOENT') return undefined
      throw error
    })
    if (!copied) continue
    sums.set(`${PHOTOS}/${path}`, copied.sha256)
    saved.files++
    saved.bytes += copied.bytes
  }
  for (const folder of folders) await onDisk(folder)
  return saved
}

/** How many voices that shops' looks name have no files among these; none where the database is older than voices are. */
export async function missingVoices(query: Query, sums: ReadonlyMap<string, string>): Promise<number> {
  if (!(await query.introspection.getTables()).some(({ name }) => name === 'voice')) return 0
  const used = await query
    .selectFrom('voice')
    .select('hash')
    .distinct()
    .where((eb) =>
      eb.exists(eb.selectFrom('voice_use').select('shop_id').whereRef('voice_id', '=', 'voice.id')),
    )
    .execute()
  return used.filter(({ hash }) => !sums.has(`${PHOTOS}/${hash.slice(0, 2)}/${voiceFile(hash)}`)).length
}

/** How many photos that products show, or did when they were ordered, have no files among these. */
export async function missingPhotos(query: Query, sums: { has(path: string): boolean }): Promise<number> {
  const used = await query
    .selectFrom('photo')
    .select('hash')
    .distinct()
    .where((eb) =>
      eb.exists(eb.selectFrom('photo_use').select('shop_id').whereRef('photo_id', '=', 'photo.id')),
    )
    .execute()
  const isThere = (hash: string) => sums.has(`${PHOTOS}/${hash.slice(0, 2)}/${shareFile(hash)}`)
  return used.filter(({ hash }) => !isThere(hash)).length
}
