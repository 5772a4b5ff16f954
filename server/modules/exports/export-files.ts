import type { BlobStore } from '../../blobs/blob-store'
import { photoFileNames } from '../photos/photo-files'
import { type Exported, photoHashes } from './exported'
import type { ZipEntry } from './zip'

/** The data of an exported shop. */
export const SHOP_FILE = 'shop.json'
/** The folder of its photos. */
export const PHOTOS_FOLDER = 'photos/'

const text = (name: string, words: string): ZipEntry => ({
  name,
  bytes: new TextEncoder().encode(words),
  packed: false,
})

/** To look at the shop with. */
const PAGE_FILE = 'index.html'

/**
 * The files of an exported shop: a page to read it on, where there is one, its data, and every photo in every size. A
 * photo that was lost is left out.
 */
export async function* exportFiles(
  exported: Exported,
  blobs: BlobStore,
  page: string | undefined,
): AsyncGenerator<ZipEntry> {
  if (page !== undefined) yield text(PAGE_FILE, page)
  yield text(SHOP_FILE, `${JSON.stringify(exported, null, 2)}\n`)
  for (const name of photoHashes(exported).flatMap(photoFileNames)) {
    const bytes = await blobs.get(name)
    if (bytes) yield { name: `${PHOTOS_FOLDER}${name}`, bytes, packed: true }
  }
}
