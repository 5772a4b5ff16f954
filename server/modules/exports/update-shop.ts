import type { AppDependencies } from '../../dependencies'
import { SetupError } from '../../settings'
import { countOf, type Differences, differencesOf } from './differences'
import { openExport } from './import-archive'
import { checkFiles, keepFiles } from './import-files'
import { placesOf } from './lost-files'
import { readExport } from './read-export'
import { replaceShop } from './replace-shop'

export interface Compared {
  name: string
  slug: string
  differences: Differences
  /** Whether the shop is now as the export has it. */
  isReplaced: boolean
}

/**
 * Compares an export with the shop of its id that is here, and with `replace` brings that up to date. `undefined` when there is
 * no such shop here. Missing files of its photos and voices come back with `replace`, too.
 */
export async function compareOrReplace(
  deps: AppDependencies,
  zip: Uint8Array,
  replace: boolean,
): Promise<Compared | undefined> {
  const { opened, whole, lost } = await openExport(zip, deps.settings.quotas.productsPerShop)
  const here = await readExport(deps.db.query, whole.shop.id)
  if (!here) return undefined
  const { name, slug } = here.shop
  const differences = differencesOf(here, whole)
  if (!replace) return { name, slug, differences, isReplaced: false }
  if (lost.size > 0) {
    const { products, look } = placesOf(whole, lost)
    const where = [...products.map((product) => `"${product}"`), ...(look ? ['the look'] : [])]
    throw new SetupError(
      `The file lacks photos or voices of ${where.join(', ')}. Nothing was changed: export the shop once more.`,
    )
  }
  await checkFiles(opened, whole)
  await keepFiles(deps.blobs, opened, whole)
  const isSame = countOf(differences) === 0
  const replaced = isSame ? differences : await replaceShop(deps, whole)
  // a sweep may have taken what was found just before
  await keepFiles(deps.blobs, opened, whole)
  return { name, slug, differences: replaced, isReplaced: true }
}
