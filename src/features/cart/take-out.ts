import type { CartLine } from '@/domain/cart'
import type { Id } from '@/domain/id'
import { lessOrdered, sameGoods } from '@/domain/ordered-goods'
import { useCarts } from './cart-store'

/** What was ordered leaves a shop's cart, the rest stays; tells whether the cart was just that. */
export function takeOut(shopId: Id, ordered: readonly CartLine[]): boolean {
  const { carts, replace } = useCarts.getState()
  const cart = carts[shopId] ?? []
  replace(shopId, lessOrdered(cart, ordered))
  return sameGoods(cart, ordered)
}
