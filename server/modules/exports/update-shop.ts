import type { AppDependencies } from '../../dependencies'
import { SetupError } from '../../setup-error'
import { countDifferences, type Differences, findDifferences } from './differences'
import { openExport } from './import-archive'
import { storeFiles, verifyFiles } from './import-files'
import { locateMissingFiles } from './missing-files'
import { readExport } from './read-export'
import { replaceShop } from './replace-shop'

export interface ShopComparison {
  name: string
  slug: string
  differences: Differences
  /** True when the shop was updated to match the export. */
  isReplaced: boolean
}

/**
 * Compares an export with the existing shop of its id; with `replace` also updates the shop and restores missing files. Prices that differ by
 * far are refused until they are confirmed.
 * Returns `undefined` when no such shop exists.
 */
export async function compareOrReplace(
  deps: AppDependencies,
  zip: Uint8Array,
  replace: boolean,
  isConfirmed = false,
): Promise<ShopComparison | undefined> {
  const { reader, archived, missing } = await openExport(zip, deps.settings.quotas.productsPerShop)
  const current = await readExport(deps.db.query, archived.shop.id)
  if (!current) return undefined
  const { name, slug } = current.shop
  const differences = findDifferences(current, archived)
  if (!replace) return { name, slug, differences, isReplaced: false }
  if (differences.prices.length > 0 && !isConfirmed)
    throw new SetupError(
      `The file changes prices to three times or a third, or further: ${differences.prices.join(', ')}. Nothing was changed: add --yes when they are meant.`,
    )
  if (missing.size > 0) {
    const { products, look } = locateMissingFiles(archived, missing)
    const where = [...products.map((product) => `"${product}"`), ...(look ? ['the look'] : [])]
    throw new SetupError(
      `The file lacks photos or voices of ${where.join(', ')}. Nothing was changed: export the shop once more.`,
    )
  }
  await verifyFiles(reader, archived)
  await storeFiles(deps.blobs, reader, archived)
  const isSame = countDifferences(differences) === 0
  const replaced = isSame ? differences : await replaceShop(deps, archived)
  // a concurrent sweep may have deleted files that existed before the transaction
  await storeFiles(deps.blobs, reader, archived)
  return { name, slug, differences: replaced, isReplaced: true }
}
