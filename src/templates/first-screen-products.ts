import type { Look } from '@/domain/look/look'
import type { Product } from '@/domain/product/product'
import { lazySectionLoader } from './load-lazy-sections'
import { claimsBySection } from './section-claims'

/**
 * The products that a shop's first screens need: the first `count` in the shop's order, and all that a section claims (newest,
 * featured), so that the claims are the same as with all products.
 */
export async function firstScreenProducts(
  look: Look,
  products: readonly Product[],
  count: number,
): Promise<Product[]> {
  if (products.length <= count) return [...products]
  await lazySectionLoader.load()
  const claimed = new Set([...claimsBySection(look, products).values()].flat())
  return products.filter(({ id }, at) => at < count || claimed.has(id))
}
