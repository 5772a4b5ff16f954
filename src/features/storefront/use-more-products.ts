import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { mergeById } from '@/api/pages'
import type { Product } from '@/domain/product'
import { network } from '@/platform/network/network'
import { type LoadedPages, readMore, useRefreshPages } from './use-refresh-pages'
import type { Storefront } from './use-storefront'

export interface MoreProducts {
  products: Product[]
  /** Whether there are further pages. */
  more: boolean
  /** The next page could not be read. */
  failed: boolean
  loadMore(): Promise<void>
}

/** The storefront's first products and, page by page on `loadMore`, the others. */
export function useMoreProducts(storefront: Storefront): MoreProducts {
  const { shop, products } = storefront
  const [pages, setPages] = useState<LoadedPages>()
  const [failedAt, setFailedAt] = useState<string>()
  const loadingCursor = useRef<string>()
  const loaded = pages?.base.shop.id === shop.id ? pages : undefined
  const cursor = (loaded ?? storefront).next
  const failed = cursor !== undefined && failedAt === cursor
  useRefreshPages(loaded, storefront, setPages)

  const loadMore = useCallback(async () => {
    if (cursor === undefined || loadingCursor.current === cursor) return
    loadingCursor.current = cursor
    setFailedAt(undefined)
    const result = await readMore(storefront, 1, cursor)
    loadingCursor.current = undefined
    if (!result.ok) return setFailedAt(cursor)
    setPages((before) => {
      const known = before?.base.shop.id === storefront.shop.id ? before : undefined
      // pages that were refreshed meanwhile have another next page
      if ((known ?? storefront).next !== cursor) return before
      return {
        ...result.data,
        base: known?.base ?? storefront,
        items: mergeById(known?.items ?? [], result.data.items),
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
    () => mergeById(products, loaded?.items.filter(({ onSale }) => onSale) ?? []),
    [products, loaded],
  )
  return { products: all, more: cursor !== undefined, failed, loadMore }
}
