import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { joined } from '@/api/pages'
import type { Product } from '@/domain/sku'
import { network } from '@/platform/network/network'
import { type LazySectionLoader, readFurther, useReadAnew } from './use-read-anew'
import type { Storefront } from './use-storefront'

export interface MoreProducts {
  products: Product[]
  /** Whether there are products that were not read yet. */
  more: boolean
  /** The next of them did not come. */
  failed: boolean
  loadMore(): Promise<void>
}

/** The storefront's first products, and page by page the others as they are asked for. */
export function useMoreProducts(storefront: Storefront): MoreProducts {
  const { shop, products } = storefront
  const [further, setFurther] = useState<LazySectionLoader>()
  const [failedAt, setFailedAt] = useState<string>()
  const asking = useRef<string>()
  const here = further?.of.shop.id === shop.id ? further : undefined
  const cursor = (here ?? storefront).next
  const failed = cursor !== undefined && failedAt === cursor
  useReadAnew(here, storefront, setFurther)

  const loadMore = useCallback(async () => {
    if (cursor === undefined || asking.current === cursor) return
    asking.current = cursor
    setFailedAt(undefined)
    const result = await readFurther(storefront, 1, cursor)
    asking.current = undefined
    if (!result.ok) return setFailedAt(cursor)
    setFurther((before) => {
      const known = before?.of.shop.id === storefront.shop.id ? before : undefined
      // what was read anew meanwhile has its own next page
      if ((known ?? storefront).next !== cursor) return before
      return {
        ...result.data,
        of: known?.of ?? storefront,
        items: joined(known?.items ?? [], result.data.items),
      }
    })
  }, [cursor, storefront])

  useEffect(() => {
    if (!failed) return
    return network.onChange((online) => {
      if (online) void loadMore()
    })
  }, [failed, loadMore])

  const all = useMemo(
    () => joined(products, here?.items.filter(({ onSale }) => onSale) ?? []),
    [products, here],
  )
  return { products: all, more: cursor !== undefined, failed, loadMore }
}
