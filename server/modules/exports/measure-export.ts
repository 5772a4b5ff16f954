import type { BlobStore } from '../../blobs/blob-store'
import type { ExportedShop } from './exported-shop'
import { listMediaFiles } from './file-names'

/** What the zip needs for each file beside its bytes, for a product in the data and on the offline page, and for the rest. */
const BYTES_PER_FILE = 400
const BYTES_PER_PRODUCT = 4096
const OTHER_BYTES = 512 * 1024

/** Returns the most bytes that an export can take, and the hashes of photos and voices whose files are missing. */
export async function measureExport(
  exported: ExportedShop,
  blobs: Pick<BlobStore, 'size'>,
): Promise<{ bytes: number; missing: ReadonlySet<string> }> {
  const missing = new Set<string>()
  let bytes = OTHER_BYTES + BYTES_PER_PRODUCT * exported.products.length
  for (const { hash, name } of listMediaFiles(exported)) {
    const size = await blobs.size(name)
    if (size === undefined) missing.add(hash)
    bytes += BYTES_PER_FILE + (size ?? 0)
  }
  return { bytes, missing }
}
