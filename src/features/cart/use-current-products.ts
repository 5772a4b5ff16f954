import { useCallback, useEffect, useMemo, useState } from 'react'
import { call } from '@/api/call'
import type { Id } from '@/domain/id'
import type { CartItem, ProductLookup } from '@/domain/product/cart-check'
import type { Product } from '@/domain/product/product'

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
export function useCurrentProducts(
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
