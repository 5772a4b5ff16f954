import type { AppDependencies } from '../../dependencies'
import { SetupError } from '../../setup-error'
import { checkExport } from './check-export'
import { MAX_SHOP_BYTES, SHOP_FILE } from './file-names'
import { storeFiles, verifyFiles } from './import-files'
import { type ImportedShop, importShop } from './import-shop'
import { findMissingFiles, locateMissingFiles, omitMissingFiles } from './missing-files'
import { openZip } from './unzip'

/**
 * Opens a zip and reads the shop in it, and the hashes of photos and voices whose files are missing.
 * @param maxProducts an export with more products is a `SetupError`.
 */
export async function openExport(zip: Uint8Array, maxProducts: number) {
  const reader = openZip(zip)
  const data = reader.read(SHOP_FILE, MAX_SHOP_BYTES)
  if (!data) throw new SetupError(`It holds no ${SHOP_FILE}.`)
  const archived = checkExport(new TextDecoder().decode(data))
  if (archived.products.length > maxProducts)
    throw new SetupError(
      `The shop has ${archived.products.length} products, and QUOTA_PRODUCTS_PER_SHOP allows ${maxProducts}. Nothing was imported.`,
    )
  const missing = await findMissingFiles(archived, (folder, name) => reader.has(folder + name))
  return { reader, archived, missing }
}

/**
 * Imports a shop from a zip: files first, then the shop in one transaction. Photos and voices with missing files are left
 * out and returned as `missing`.
 */
export async function importArchive(deps: AppDependencies, zip: Uint8Array) {
  const { reader, archived, missing } = await openExport(zip, deps.settings.quotas.productsPerShop)
  const exported = omitMissingFiles(archived, missing)
  await verifyFiles(reader, exported)
  await storeFiles(deps.blobs, reader, exported)
  const imported: ImportedShop = await importShop(deps, exported)
  // a concurrent sweep may have deleted files that existed before the transaction
  await storeFiles(deps.blobs, reader, exported)
  return { imported, exported, missing: locateMissingFiles(archived, missing) }
}
