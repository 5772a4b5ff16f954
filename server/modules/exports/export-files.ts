import { takenWords } from '@/locales/zh-CN/offline-export-page'
import type { BlobStore } from '../../blobs/blob-store'
import { sha256 } from '../../fingerprint'
import type { Exported } from './exported'
import { filesOf, PHOTOS_FOLDER, SHOP_FILE, SUMS_FILE } from './file-names'
import { type Lost, placesOf } from './lost-files'
import type { ZipEntry } from './zip'

const text = (name: string, words: string): ZipEntry => ({
  name,
  bytes: new TextEncoder().encode(words),
  packed: false,
})

/** To look at the shop with. */
const PAGE_FILE = 'index.html'

interface Besides {
  /** A page to read the shop on. */
  page: string | undefined
  /** What of it is lost. */
  lost: Lost
}

/**
 * The files of an exported shop: a page to read it on, where there is one, its data, every photo in every size, every voice,
 * and the photos' hashes. What was lost is left out, and a note says so.
 */
export async function* exportFiles(
  exported: Exported,
  blobs: BlobStore,
  { page, lost }: Besides,
): AsyncGenerator<ZipEntry> {
  if (page !== undefined) yield text(PAGE_FILE, page)
  yield text(SHOP_FILE, `${JSON.stringify(exported, null, 2)}\n`)
  if (lost.size > 0) yield text(takenWords.lostFile, `${takenWords.lost(placesOf(exported, lost))}\n`)
  const sums: string[] = []
  for (const { folder, name } of filesOf(exported)) {
    const bytes = await blobs.get(name)
    if (!bytes) continue
    if (folder === PHOTOS_FOLDER) sums.push(`${sha256(bytes)}  ${folder}${name}\n`)
    yield { name: folder + name, bytes, packed: true }
  }
  if (sums.length > 0) yield text(SUMS_FILE, sums.join(''))
}
