import { offlineExportWords } from '@/locales/storefront/offline-export-page'
import type { BlobStore } from '../../blobs/blob-store'
import { sha256 } from '../../fingerprint'
import type { ExportedShop } from './exported-shop'
import { CHECKSUMS_FILE, listExportFiles, PHOTOS_FOLDER, SHOP_FILE } from './file-names'
import { locateMissingFiles, type MissingFiles } from './missing-files'
import type { ZipEntry } from './zip'

const text = (name: string, words: string): ZipEntry => ({
  name,
  bytes: new TextEncoder().encode(words),
  isCompressed: false,
})

/** The offline page for reading the shop in a browser. */
const PAGE_FILE = 'index.html'

interface ExportExtras {
  /** HTML of the offline page, if there is one. */
  page: string | undefined
  /** Hashes of photos and voices whose files are missing. */
  missing: MissingFiles
}

/**
 * Yields the files of an exported shop: offline page, data, photos in every size, crops, voices and the photos' checksums. Missing
 * files are left out and listed in a note.
 */
export async function* exportFiles(
  exported: ExportedShop,
  blobs: Pick<BlobStore, 'get'>,
  { page, missing }: ExportExtras,
): AsyncGenerator<ZipEntry> {
  if (page !== undefined) yield text(PAGE_FILE, page)
  yield text(SHOP_FILE, `${JSON.stringify(exported, null, 2)}\n`)
  if (missing.size > 0)
    yield text(
      offlineExportWords.lostFile,
      `${offlineExportWords.lost(locateMissingFiles(exported, missing))}\n`,
    )
  const sums: string[] = []
  for (const { folder, name } of listExportFiles(exported)) {
    const bytes = await blobs.get(name)
    if (!bytes) continue
    if (folder === PHOTOS_FOLDER) sums.push(`${sha256(bytes)}  ${folder}${name}\n`)
    yield { name: folder + name, bytes, isCompressed: true }
  }
  if (sums.length > 0) yield text(CHECKSUMS_FILE, sums.join(''))
}
