import type { Look } from '@/domain/look'
import type { Product } from '@/domain/sku'
import { lazySectionLoader } from './load-lazy-sections'
import { claimsBySection } from './section-claims'

/**
 * The goods that a shop's first screens need: the first so many in the shop's order, and of the others those that a section
 * shows by itself (what came last, what is featured), which are the same then as if all had been read.
 */
export async function shownFirst(
  look: Look,
  products: readonly Product[],
  count: number,
): Promise<Product[]> {
  if (products.length <= count) return [...products]
  await lazySectionLoader.load()
  const claimed = new Set([...claimsBySection(look, products).values()].flat())
  return products.filter(({ id }, at) => at < count || claimed.has(id))
}
