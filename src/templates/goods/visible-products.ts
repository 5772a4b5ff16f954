import type { Id } from '@/domain/id'
import { isSoldOut, type Product } from '@/domain/sku'

export const soldOutPlaces = ['last', 'in-place', 'hidden'] as const
/** Where sold-out products stand in a list. */
export type SoldOutPlace = (typeof soldOutPlaces)[number]

interface Choice {
  category: string | null
  soldOut: SoldOutPlace
  /** Shown large elsewhere in the same look, so lists leave them out. */
  claimed: readonly Id[]
  /** There are more products than were read so far. */
  more: boolean
}

/**
 * The products a list shows, in its order: on sale, of the chosen category, not shown elsewhere. Sold-out ones that
 * stand last come once all are read, so that nothing is put in before what people look at.
 */
export function visibleProducts(products: readonly Product[], choice: Choice): Product[] {
  const shown = products.filter(
    (product) =>
      product.onSale &&
      !choice.claimed.includes(product.id) &&
      (choice.category === null || product.category === choice.category),
  )
  if (choice.soldOut === 'in-place') return shown
  const there = shown.filter((product) => !isSoldOut(product))
  return choice.soldOut === 'hidden' || choice.more ? there : [...there, ...shown.filter(isSoldOut)]
}
