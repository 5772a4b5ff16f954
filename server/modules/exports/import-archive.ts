import type { AppDependencies } from '../../dependencies'
import { SetupError } from '../../settings'
import { checkExport } from './check-export'
import { MOST_SHOP_BYTES, SHOP_FILE } from './file-names'
import { checkFiles, keepFiles } from './import-files'
import { type Imported, importShop } from './import-shop'
import { lostOf, placesOf, withoutLost } from './lost-files'
import { openZip } from './unzip'

/**
 * Opens a zip and reads the shop in it, and which of its photos and voices are not in it whole.
 * @param most how many products a shop may have here; an export with more is a `SetupError`.
 */
export async function openExport(zip: Uint8Array, most: number) {
  const opened = openZip(zip)
  const data = opened.read(SHOP_FILE, MOST_SHOP_BYTES)
  if (!data) throw new SetupError(`It holds no ${SHOP_FILE}.`)
  const whole = checkExport(new TextDecoder().decode(data))
  if (whole.products.length > most)
    throw new SetupError(
      `The shop has ${whole.products.length} products, and QUOTA_PRODUCTS_PER_SHOP allows ${most}. Nothing was imported.`,
    )
  const lost = await lostOf(whole, (folder, name) => opened.has(folder + name))
  return { opened, whole, lost }
}

/**
 * Takes a shop out of a zip, photos and voices first, then the shop at once. Photos and voices that are not in it whole are
 * left out, and answered.
 */
export async function importArchive(deps: AppDependencies, zip: Uint8Array) {
  const { opened, whole, lost } = await openExport(zip, deps.settings.quotas.productsPerShop)
  const exported = withoutLost(whole, lost)
  await checkFiles(opened, exported)
  await keepFiles(deps.blobs, opened, exported)
  const imported: Imported = await importShop(deps, exported)
  // a sweep may have taken what was found just before
  await keepFiles(deps.blobs, opened, exported)
  return { imported, exported, lost: placesOf(whole, lost) }
}
