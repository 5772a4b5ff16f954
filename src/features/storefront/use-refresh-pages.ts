import { useEffect, useState } from 'react'
import { call } from '@/api/call'
import { readAtLeast } from '@/api/pages'
import { retryPolicies, useRetry } from '@/api/retry'
import type { Page } from '@/contract/shapes'
import type { Failure } from '@/domain/failure'
import type { Product } from '@/domain/product/product'
import { usePageVisibility } from '@/platform/lifecycle/use-page-visibility'
import type { Storefront } from './use-storefront'

/** The products read beyond a storefront's first ones. */
export interface LoadedPages extends Page<Product> {
  /** The storefront reply that the pages continue; with a newer reply they are read again. */
  base: Storefront
}

/** Reads at least `count` products from `cursor` on. */
export function readMore({ shop }: Storefront, count: number, cursor: string) {
  const read = (from?: string) =>
    call('GET /api/shops/:shopId/products', {
      params: { shopId: shop.id },
      query: { cursor: from ?? cursor },
    })
  return readAtLeast(read, count, cursor)
}

/** After a newer storefront reply, reads as many products again and swaps them in at once; retries on failure. */
export function useRefreshPages(
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
