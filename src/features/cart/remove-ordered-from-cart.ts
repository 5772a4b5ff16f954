import type { Id } from '@/domain/id'
import { hasSameGoods, removeOrdered } from '@/domain/order/ordered-goods'
import type { CartLine } from '@/domain/product/cart'
import { useCarts } from './cart-store'

/** Removes the ordered lines from a shop's cart; returns whether the cart held exactly these. */
export function removeOrderedFromCart(shopId: Id, ordered: readonly CartLine[]): boolean {
  const { carts, replace } = useCarts.getState()
  const cart = carts[shopId] ?? []
  replace(shopId, removeOrdered(cart, ordered))
  return hasSameGoods(cart, ordered)
}
