import { useCallback, useEffect, useMemo, useState } from 'react'
import { call } from '@/api/call'
import type { CartItem, ProductNow } from '@/domain/cart-check'
import type { Id } from '@/domain/id'
import type { Product } from '@/domain/sku'

/** Products that the storefront's first page did not bring, by id; `null` for those that are gone. */
type Found = Record<Id, Product | null>

async function findProduct(shopId: Id, productId: Id): Promise<Found> {
  const result = await call('GET /api/shops/:shopId/products/:productId', { params: { shopId, productId } })
  if (result.ok) return { [productId]: result.data }
  return result.failure.code === 'not-found' ? { [productId]: null } : {}
}

/**
 * The products of a cart as they are now: those at hand, and the others one by one. What cannot be asked stays
 * unknown, and the cart is shown as it was. `products` changes when the shop was read anew, and then all are asked anew.
 */
export function useProductsNow(
  shopId: Id | undefined,
  items: readonly CartItem[],
  products: readonly Product[] | undefined,
): ProductNow {
  const [found, setFound] = useState<Found>({})
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
