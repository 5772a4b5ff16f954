import type { Id } from '@/domain/id'
import { isSoldOut, type Product } from '@/domain/product/product'

export const soldOutPlaces = ['last', 'in-place', 'hidden'] as const
/** The position of sold-out products in a list. */
export type SoldOutPlace = (typeof soldOutPlaces)[number]

interface Filter {
  category: string | null
  soldOut: SoldOutPlace
  /** Products that other sections of the look show; lists leave them out. */
  claimed: readonly Id[]
  /** There are more products than have been read. */
  more: boolean
}

/**
 * The products a list shows, in order: on sale, of the chosen category, not claimed by another section. With `last`, sold-out
 * products are left out until all products are read, so that later pages never insert items above visible ones.
 */
export function visibleProducts(products: readonly Product[], filter: Filter): Product[] {
  const shown = products.filter(
    (product) =>
      product.onSale &&
      !filter.claimed.includes(product.id) &&
      (filter.category === null || product.category === filter.category),
  )
  if (filter.soldOut === 'in-place') return shown
  const available = shown.filter((product) => !isSoldOut(product))
  return filter.soldOut === 'hidden' || filter.more ? available : [...available, ...shown.filter(isSoldOut)]
}
