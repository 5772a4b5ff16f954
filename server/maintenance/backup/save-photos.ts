import { mkdir, readdir } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import type { Query } from '../../db/database'
import { getErrorCode } from '../../error-code'
import { DAY_MS } from '../../jobs/intervals'
import { shareFileName } from '../../modules/photos/photo-files'
import { voiceFileName } from '../../modules/voices/voice-file'
import { copyFile, syncToDisk } from '../copy-file'
import { linkPrevious, type PreviousBackup } from './previous-backup'

export const PHOTOS = 'photos'

const NAME = /^[0-9a-z]{2}\/[0-9a-z][0-9a-z.-]*\.(webp|jpg|mp3)$/

/** Lists photo and voice files below a folder by relative path. Unfinished files are skipped. */
export async function photoFiles(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (getErrorCode(error) === 'ENOENT') return []
    throw error
  })
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => NAME.test(path))
    .sort()
}

interface SavingPhotos {
  from: string
  backup: string
  /** Receives the checksum of every saved file. */
  sums: Map<string, string>
  previous: PreviousBackup | undefined
  begun: Date
}

interface SavedPhotos {
  files: number
  bytes: number
  linked: number
}

const LINKED_AT_ONCE = 32

/**
 * Copies photos and voices into a backup, or links them to the previous one, and records checksums. It runs after the
 * database was saved: files exist before their rows and stay a week after them, so none is missing.
 */
export async function savePhotos({
  from,
  backup,
  sums,
  previous,
  begun,
}: SavingPhotos): Promise<SavedPhotos> {
  const saved = { files: 0, bytes: 0, linked: 0 }
  const day = Math.floor(begun.getTime() / DAY_MS)
  const paths = await photoFiles(from)
  const folders = new Set(paths.map((path) => join(backup, PHOTOS, dirname(path))))
  for (const folder of folders) await mkdir(folder, { recursive: true })
  for (let at = 0; at < paths.length; at += LINKED_AT_ONCE) {
    const files = paths.slice(at, at + LINKED_AT_ONCE).map((name) => {
      const path = `${PHOTOS}/${name}`
      return { path, live: join(from, name), to: join(backup, path), day }
    })
    const links = previous ? await Promise.all(files.map((file) => linkPrevious(previous, file))) : []
    for (const [i, { path, live, to }] of files.entries()) {
      const found = links[i] ?? (await copyPhoto(live, to))
      if (!found) continue
      sums.set(path, found.sha256)
      saved.files++
      saved.bytes += found.bytes
      if (links[i]) saved.linked++
    }
  }
  for (const folder of folders) await syncToDisk(folder)
  return saved
}

/** Returns `undefined` for a file that was swept meanwhile, because nothing uses it. */
const copyPhoto = (live: string, to: string) =>
  copyFile(live, to).catch((error: unknown) => {
    if (getErrorCode(error) === 'ENOENT') return undefined
    throw error
  })

/** True when the database, which may be older than this program, has a table. */
export const hasTable = async (query: Query, table: string): Promise<boolean> =>
  (await query.introspection.getTables()).some(({ name }) => name === table)

/** Counts used voices without a file. Databases from before voices have none. */
export async function missingVoices(query: Query, sums: ReadonlyMap<string, string>): Promise<number> {
  if (!(await hasTable(query, 'voice'))) return 0
  const used = await query
    .selectFrom('voice')
    .select('hash')
    .distinct()
    .where((eb) =>
      eb.exists(eb.selectFrom('voice_use').select('shop_id').whereRef('voice_id', '=', 'voice.id')),
    )
    .execute()
  return used.filter(({ hash }) => !sums.has(`${PHOTOS}/${hash.slice(0, 2)}/${voiceFileName(hash)}`)).length
}

/** Counts used photos, including those that orders show, without a file. */
export async function missingPhotos(query: Query, sums: { has(path: string): boolean }): Promise<number> {
  const used = await query
    .selectFrom('photo')
    .select('hash')
    .distinct()
    .where((eb) =>
      eb.exists(eb.selectFrom('photo_use').select('shop_id').whereRef('photo_id', '=', 'photo.id')),
    )
    .execute()
  const isThere = (hash: string) => sums.has(`${PHOTOS}/${hash.slice(0, 2)}/${shareFileName(hash)}`)
  return used.filter(({ hash }) => !isThere(hash)).length
}
