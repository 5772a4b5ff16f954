import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { call } from '@/api/call'
import type { Product } from '@/domain/sku'
import { network } from '@/platform/network'
import type { Storefront } from './use-storefront'

interface Further {
  shopId: string
  items: Product[]
  /** Where the next page begins; absent at the end. */
  next?: string
}

export interface MoreProducts {
  products: Product[]
  /** Whether there are products that were not read yet. */
  more: boolean
  /** The next of them did not come. */
  failed: boolean
  loadMore(): Promise<void>
}

const merge = (first: Product[], later: Product[]): Product[] => {
  const known = new Set(first.map((product) => product.id))
  return [...first, ...later.filter((product) => !known.has(product.id) && product.onSale)]
}

/** The storefront's first products, and page by page the others as they are asked for. */
export function useMoreProducts({ shop, products, next }: Storefront): MoreProducts {
  const [further, setFurther] = useState<Further>()
  const [failedAt, setFailedAt] = useState<string>()
  const asking = useRef(false)
  const here = further?.shopId === shop.id ? further : undefined
  const cursor = here ? here.next : next
  const failed = cursor !== undefined && failedAt === cursor

  const loadMore = useCallback(async () => {
    if (cursor === undefined || asking.current) return
    asking.current = true
    setFailedAt(undefined)
    const result = await call('GET /api/shops/:shopId/products', {
      params: { shopId: shop.id },
      query: { cursor },
    })
    asking.current = false
    if (!result.ok) return setFailedAt(cursor)
    const { items, next: after } = result.data
    setFurther((before) => ({
      shopId: shop.id,
      items: [...(before?.shopId === shop.id ? before.items : []), ...items],
      ...(after === undefined ? {} : { next: after }),
    }))
  }, [cursor, shop.id])

  useEffect(() => {
    if (!failed) return
    return network.onChange((online) => {
      if (online) void loadMore()
    })
  }, [failed, loadMore])

  const all = useMemo(() => merge(products, here?.items ?? []), [products, here])
  return { products: all, more: cursor !== undefined, failed, loadMore }
}
