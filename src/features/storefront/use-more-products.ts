import { useCallback, useMemo, useRef, useState } from 'react'
import { mergeById } from '@/api/pages'
import { retryPolicies, useRetry } from '@/api/retry'
import type { Failure } from '@/domain/failure'
import type { Product } from '@/domain/product/product'
import { type LoadedPages, readMore, useRefreshPages } from './use-refresh-pages'
import type { Storefront } from './use-storefront'

export interface MoreProducts {
  products: Product[]
  /** True if there are further pages. */
  more: boolean
  /** The next page could not be read. */
  failed: boolean
  loadMore(): Promise<void>
}

/** The storefront's first products and, page by page on `loadMore`, the others. */
export function useMoreProducts(storefront: Storefront): MoreProducts {
  const { shop, products } = storefront
  const [pages, setPages] = useState<LoadedPages>()
  /** The cursor of the page that could not be read, and why. */
  const [failure, setFailure] = useState<{ at: string; why: Failure }>()
  const loadingCursor = useRef<string>()
  const loaded = pages?.base.shop.id === shop.id ? pages : undefined
  const cursor = (loaded ?? storefront).next
  const failed = cursor !== undefined && failure?.at === cursor
  useRefreshPages(loaded, storefront, setPages)

  const loadMore = useCallback(async () => {
    if (cursor === undefined || loadingCursor.current === cursor) return
    loadingCursor.current = cursor
    setFailure(undefined)
    const result = await readMore(storefront, 1, cursor)
    loadingCursor.current = undefined
    if (!result.ok) return setFailure({ at: cursor, why: result.failure })
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

  useRetry(failed ? failure?.why : undefined, loadMore, retryPolicies.read)

  const all = useMemo(
    () => mergeById(products, loaded?.items.filter(({ onSale }) => onSale) ?? []),
    [products, loaded],
  )
  return { products: all, more: cursor !== undefined, failed, loadMore }
}
