import type { BlobStore } from '../../blobs/blob-store'
import { photoFileNames } from '../photos/photo-files'
import { voiceFile } from '../voices/voice-file'
import { type Exported, exportedVoices, photoHashes } from './exported'
import type { ZipEntry } from './zip'

/** The data of an exported shop. */
export const SHOP_FILE = 'shop.json'
/** The folders of its photos and voices. */
export const PHOTOS_FOLDER = 'photos/'
export const VOICES_FOLDER = 'voices/'

const text = (name: string, words: string): ZipEntry => ({
  name,
  bytes: new TextEncoder().encode(words),
  packed: false,
})

/** To look at the shop with. */
const PAGE_FILE = 'index.html'

/**
 * The files of an exported shop: a page to read it on, where there is one, its data, every photo in every size, and every
 * voice. What was lost is left out.
 */
export async function* exportFiles(
  exported: Exported,
  blobs: BlobStore,
  page: string | undefined,
): AsyncGenerator<ZipEntry> {
  if (page !== undefined) yield text(PAGE_FILE, page)
  yield text(SHOP_FILE, `${JSON.stringify(exported, null, 2)}\n`)
  const files = [
    ...photoHashes(exported)
      .flatMap(photoFileNames)
      .map((name) => ({ folder: PHOTOS_FOLDER, name })),
    ...exportedVoices(exported).map(({ hash }) => ({ folder: VOICES_FOLDER, name: voiceFile(hash) })),
  ]
  for (const { folder, name } of files) {
    const bytes = await blobs.get(name)
    if (bytes) yield { name: folder + name, bytes, packed: true }
  }
}
