import { useMemo } from 'react'
import { type CheckedLine, checkCart } from '@/domain/cart-check'
import { dayOf } from '@/domain/day'
import type { Id } from '@/domain/id'
import type { Fen } from '@/domain/money'
import type { Product } from '@/domain/sku'
import { useCartItems } from './cart-store'
import { useProductsNow } from './use-products-now'

export interface CheckedCart {
  lines: CheckedLine[]
  /** How many things can be bought, and what they cost together. */
  count: number
  goods: Fen
}

/** A shop's cart beside the shop's goods as they are now. */
export function useCheckedCart(
  shopId: Id | undefined,
  products: readonly Product[] | undefined,
): CheckedCart {
  const items = useCartItems(shopId)
  const now = useProductsNow(shopId, items, products)
  const today = dayOf(Date.now())
  return useMemo(() => {
    const lines = checkCart(items, now, today)
    return {
      lines,
      count: lines.reduce((sum, line) => sum + line.quantity, 0),
      goods: lines.reduce((sum, line) => sum + line.quantity * line.price, 0),
    }
  }, [items, now, today])
}
