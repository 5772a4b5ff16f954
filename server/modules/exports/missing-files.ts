import { lookPhotos } from '@/domain/look/look-photos'
import { isFileReference } from '@/domain/look/look-references'
import { lookVoices } from '@/domain/look/look-voices'
import type { BlobStore } from '../../blobs/blob-store'
import { type ExportedShop, shopPhotosOf } from './exported-shop'
import { listMediaFiles } from './file-names'

/** Content hashes for which at least one file is missing. */
export type MissingFiles = ReadonlySet<string>

/** Returns the hashes of photos (in any size) and voices for which `exists` finds no file. */
export async function findMissingFiles(
  exported: ExportedShop,
  exists: (folder: string, name: string) => boolean | Promise<boolean>,
): Promise<MissingFiles> {
  const missing = new Set<string>()
  for (const { hash, folder, name } of listMediaFiles(exported))
    if (!missing.has(hash) && !(await exists(folder, name))) missing.add(hash)
  return missing
}

/** Returns the hashes whose files are missing from the blob store. */
export const findMissingBlobs = (
  exported: ExportedShop,
  blobs: Pick<BlobStore, 'size'>,
): Promise<MissingFiles> =>
  findMissingFiles(exported, async (_, name) => (await blobs.size(name)) !== undefined)

export interface MissingFileLocations {
  products: string[]
  /** The look, or the shop's logo or banner. */
  look: boolean
}

/** Returns the products, and whether the look, use a missing file. */
export function locateMissingFiles(exported: ExportedShop, missing: MissingFiles): MissingFileLocations {
  const { look, products } = exported
  return {
    products: products
      .filter(({ photos }) => photos.some(({ hash }) => missing.has(hash)))
      .map(({ name }) => name),
    look: [...lookPhotos(look), ...lookVoices(look), ...shopPhotosOf(exported)].some(({ hash }) =>
      missing.has(hash),
    ),
  }
}

const isMissing = (value: unknown, missing: MissingFiles) =>
  value !== null && typeof value === 'object' && isFileReference(value) && missing.has(value.hash)

/** Removes missing media: array items are dropped, other values become `null`. */
function omitMissing(value: unknown, missing: MissingFiles): unknown {
  if (isMissing(value, missing)) return null
  if (Array.isArray(value))
    return value.filter((part) => !isMissing(part, missing)).map((part) => omitMissing(part, missing))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, omitMissing(part, missing)]))
}

/** The shop without a logo or banner whose files are missing. */
function omitShopPhotos({ logo, banner, ...shop }: ExportedShop['shop'], missing: MissingFiles) {
  return {
    ...shop,
    ...(logo && !missing.has(logo.hash) ? { logo } : {}),
    ...(banner && !missing.has(banner.hash) ? { banner } : {}),
  }
}

/** The export without the photos and voices whose files are missing. */
export const omitMissingFiles = (exported: ExportedShop, missing: MissingFiles): ExportedShop =>
  missing.size === 0
    ? exported
    : {
        ...exported,
        ...(omitMissing({ look: exported.look, products: exported.products }, missing) as ExportedShop),
        shop: omitShopPhotos(exported.shop, missing),
      }
