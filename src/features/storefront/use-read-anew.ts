import { useCallback, useEffect, useState } from 'react'
import { call } from '@/api/call'
import { type Page, readAtLeast } from '@/api/pages'
import type { Product } from '@/domain/sku'
import type { Storefront } from './use-storefront'
import { useTryAgain } from './use-try-again'

/** What was read beyond a storefront's first products. */
export interface LazySectionLoader extends Page<Product> {
  /** The reply that it goes on from; with another one it is to be read anew. */
  of: Storefront
}

/** At least `count` products from `cursor` on. */
export function readFurther({ shop }: Storefront, count: number, cursor: string) {
  const read = (from?: string) =>
    call('GET /api/shops/:shopId/products', {
      params: { shopId: shop.id },
      query: { cursor: from ?? cursor },
    })
  return readAtLeast(read, count, cursor)
}

/** Reads as much again when the storefront has come anew, and swaps it in at once; until then all stays as it was. */
export function useReadAnew(
  further: LazySectionLoader | undefined,
  storefront: Storefront,
  swap: (now: LazySectionLoader | undefined) => void,
) {
  /** The reply that it could not be read after; a new one each time. */
  const [failed, setFailed] = useState<{ of: Storefront }>()
  const [tries, setTries] = useState(0)
  const old = further !== undefined && further.of !== storefront

  // biome-ignore lint/correctness/useExhaustiveDependencies: each try reads once more
  useEffect(() => {
    if (!old) return
    if (storefront.next === undefined) return swap(undefined)
    let wanted = true
    void readFurther(storefront, further.items.length, storefront.next).then((result) => {
      if (!wanted) return
      if (result.ok) swap({ ...result.data, of: storefront })
      else setFailed({ of: storefront })
    })
    return () => {
      wanted = false
    }
  }, [further, storefront, tries])

  const again = useCallback(() => setTries((before) => before + 1), [])
  useTryAgain(old && failed?.of === storefront ? failed : undefined, again)
}
