import type { Id } from '@/domain/id'
import { maxQuantityFor } from '@/domain/product/cart'
import { cartItem } from '@/domain/product/cart-check'
import type { Product } from '@/domain/product/product'
import type { Sku } from '@/domain/product/sku'
import { useCarts } from './cart-store'

/** Returns the quantity of a product in the cart. Product ids are unique across shops, so no shop id is needed. */
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
  if (maxQuantityFor(items, { skuId: sku.id }, sku.stock) <= before) return false
  put(shopId, cartItem(product, sku, before + 1), sku.stock)
  return true
}

function removeOne(shopId: Id, { id, skus }: Product): void {
  const { carts, put } = useCarts.getState()
  const item = carts[shopId]?.filter(({ productId }) => productId === id).at(-1)
  if (!item) return
  const sku = skus.find((one) => one.id === item.skuId)
  put(shopId, { ...item, quantity: item.quantity - 1 }, sku?.stock ?? item.quantity)
}

/** The storefront's access to the cart: the quantity of a product as a hook, adding one of a sku and taking one out. */
export const cartAdapter = { useQuantity, addOne, removeOne }
