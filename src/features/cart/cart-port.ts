import { roomFor } from '@/domain/cart'
import { cartItem } from '@/domain/cart-check'
import type { Id } from '@/domain/id'
import type { Product, Sku } from '@/domain/sku'
import { useCarts } from './cart-store'

/** How many of a product were chosen. Ids are of one shop only, so no cart needs to be named. */
function useQuantity(product: Product): number {
  return useCarts(({ carts }) =>
    Object.values(carts)
      .flat()
      .filter((item) => item.productId === product.id)
      .reduce((sum, item) => sum + item.quantity, 0),
  )
}

function addOne(shopId: Id, product: Product, sku: Sku): boolean {
  const { carts, put } = useCarts.getState()
  const items = carts[shopId] ?? []
  const before = items.find((item) => item.skuId === sku.id && item.date === undefined)?.quantity ?? 0
  if (roomFor(items, { skuId: sku.id }, sku.stock) <= before) return false
  put(shopId, cartItem(product, sku, before + 1), sku.stock)
  return true
}

/** How a storefront reaches the cart: a quantity that a card follows alone, and one more of a sku. */
export const cartPort = { useQuantity, addOne }
