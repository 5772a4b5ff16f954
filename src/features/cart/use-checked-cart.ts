import { useCallback, useEffect, useMemo, useState } from 'react'
import { call } from '@/api/call'
import { dayOf } from '@/domain/day'
import type { Id } from '@/domain/id'
import type { Fen } from '@/domain/money'
import { type CartItem, type CheckedLine, checkCart, type ProductLookup } from '@/domain/product/cart-check'
import type { Product } from '@/domain/product/product'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { useCartItems } from './cart-store'

/** Products missing from the storefront's first page, by id; `null` for deleted ones. */
type FoundProducts = Record<Id, Product | null>

async function findProduct(shopId: Id, productId: Id): Promise<FoundProducts> {
  const result = await call('GET /api/shops/:shopId/products/:productId', { params: { shopId, productId } })
  if (result.ok) return { [productId]: result.data }
  return result.failure.code === 'not-found' ? { [productId]: null } : {}
}

/**
 * Looks up the current products of a cart in `products` and fetches the missing ones one by one; failed ones stay
 * `undefined`. A new `products` array, set after each reload of the shop, fetches them again.
 */
function useCurrentProducts(
  shopId: Id | undefined,
  items: readonly CartItem[],
  products: readonly Product[] | undefined,
): ProductLookup {
  const [found, setFound] = useState<FoundProducts>({})
  const known = useMemo(() => new Map(products?.map((product) => [product.id, product])), [products])
  const missing = [...new Set(items.map((item) => item.productId))].filter((id) => products && !known.has(id))
  const key = missing.join()

  useEffect(() => {
    if (!shopId || !products || !key) return
    let current = true
    for (const id of key.split(','))
      void findProduct(shopId, id).then((more) => current && setFound((before) => ({ ...before, ...more })))
    return () => {
      current = false
    }
  }, [shopId, products, key])

  return useCallback((id) => known.get(id) ?? found[id], [known, found])
}

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
