import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { call } from '@/api/call'
import { mergeById, readAtLeast } from '@/api/pages'
import { retryPolicies, useRetry } from '@/api/retry'
import type { Page } from '@/contract/shapes'
import type { Failure } from '@/domain/failure'
import type { Product } from '@/domain/product/product'
import { usePageVisibility } from '@/platform/lifecycle/use-page-visibility'
import type { Storefront } from './use-storefront'

/** The products read beyond a storefront's first ones. */
interface LoadedPages extends Page<Product> {
  /** The storefront reply that the pages continue; with a newer reply they are read again. */
  base: Storefront
}

/** Reads at least `count` products from `cursor` on. */
function readMore({ shop }: Storefront, count: number, cursor: string) {
  const read = (from?: string) =>
    call('GET /api/shops/:shopId/products', {
      params: { shopId: shop.id },
      query: { cursor: from ?? cursor },
    })
  return readAtLeast(read, count, cursor)
}

/** After a newer storefront reply, reads as many products again and swaps them in at once; retries on failure. */
function useRefreshPages(
  pages: LoadedPages | undefined,
  storefront: Storefront,
  swap: (refreshed: LoadedPages | undefined) => void,
) {
  /** The storefront reply whose pages could not be read, and why. */
  const [failed, setFailed] = useState<{ of: Storefront; failure: Failure }>()
  const [tries, setTries] = useState(0)
  const isStale = pages !== undefined && pages.base !== storefront

  // biome-ignore lint/correctness/useExhaustiveDependencies: each try starts another read
  useEffect(() => {
    if (!isStale) return
    if (storefront.next === undefined) return swap(undefined)
    let isCurrent = true
    void readMore(storefront, pages.items.length, storefront.next).then((result) => {
      if (!isCurrent) return
      if (result.ok) swap({ ...result.data, base: storefront })
      else setFailed({ of: storefront, failure: result.failure })
    })
    return () => {
      isCurrent = false
    }
  }, [pages, storefront, tries])

  useRetry(
    isStale && failed?.of === storefront ? failed.failure : undefined,
    () => setTries((before) => before + 1),
    retryPolicies.storefront,
    usePageVisibility(),
  )
}

export type MoreProducts = ReturnType<typeof useMoreProducts>

/** The storefront's first products and, page by page on `loadMore`, the others. */
export function useMoreProducts(storefront: Storefront) {
  const { shop, products } = storefront
  const [pages, setPages] = useState<LoadedPages>()
  /** The cursor of the page that could not be read, and why. */
  const [failure, setFailure] = useState<{ at: string; why: Failure }>()
  const loadingCursor = useRef<string>()
  const loaded = pages?.base.shop.id === shop.id ? pages : undefined
  const cursor = (loaded ?? storefront).next
  /** The next page could not be read. */
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
