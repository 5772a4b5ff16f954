import { mkdir, readdir } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import type { Query } from '../db/database'
import { codeOf } from '../error-code'
import { shareFile } from '../modules/photos/photo-files'
import { voiceFile } from '../modules/voices/voice-file'
import { copyFile, onDisk } from './copy-file'
import { linkPrevious, type PreviousBackup } from './previous-backup'

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

interface SavingPhotos {
  /** The folder of the photos of an installation. */
  from: string
  backup: string
  /** Gets the checksum of every saved file. */
  sums: Map<string, string>
  previous: PreviousBackup | undefined
  begun: Date
}

interface SavedPhotos {
  files: number
  bytes: number
  /** How many of the files are links to those of the previous backup. */
  linked: number
}

const LINKED_AT_ONCE = 32
const DAY_MS = 86_400_000

/**
 * Copies all photos and voices into a backup, or links them where the previous one has them, and notes their sums. It comes after
 * the database: a photo is on disk before it is in a database, and stays for a week after nothing uses it, so what the database
 * names is there.
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
  for (const folder of folders) await onDisk(folder)
  return saved
}

/** `undefined` for one that was swept away meanwhile: nothing used it. */
const copyPhoto = (live: string, to: string) =>
  copyFile(live, to).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  })

/** True where the database, which may be older than this program, has a table. */
export const hasTable = async (query: Query, table: string): Promise<boolean> =>
  (await query.introspection.getTables()).some(({ name }) => name === table)

/** How many voices that shops' looks name have no files among these; none where the database is older than voices are. */
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
