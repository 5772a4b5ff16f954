import { useMemo } from 'react'
import { dayOf } from '@/domain/day'
import type { Id } from '@/domain/id'
import type { Fen } from '@/domain/money'
import { type CheckedLine, checkCart } from '@/domain/product/cart-check'
import type { Product } from '@/domain/product/product'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { useCartItems } from './cart-store'
import { useCurrentProducts } from './use-current-products'

export interface CheckedCart {
  lines: CheckedLine[]
  /** The number of units that can be ordered, and their total price. */
  count: number
  goods: Fen
}

/** Returns a shop's cart checked against the current products. */
export function useCheckedCart(
  shopId: Id | undefined,
  products: readonly Product[] | undefined,
): CheckedCart {
  const items = useCartItems(shopId)
  const now = useCurrentProducts(shopId, items, products)
  const today = dayOf(serverNow())
  return useMemo(() => {
    const lines = checkCart(items, now, today)
    return {
      lines,
      count: lines.reduce((sum, line) => sum + line.quantity, 0),
      goods: lines.reduce((sum, line) => sum + line.quantity * line.price, 0),
    }
  }, [items, now, today])
}
