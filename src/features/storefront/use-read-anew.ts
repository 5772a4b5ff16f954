import { useCallback, useEffect, useState } from 'react'
import { call } from '@/api/call'
import { type Page, readAtLeast } from '@/api/pages'
import { type Failure, isTransient } from '@/domain/failure'
import type { Product } from '@/domain/sku'
import type { Storefront } from './use-storefront'
import { useTryAgain } from './use-try-again'

/** What was read beyond a storefront's first products. */
export interface Further extends Page<Product> {
  /** The reply that it goes on from; with another one it is to be read anew. */
  of: Storefront
}

/** At least `count` products from `cursor` on. */
export function readFurther({ shop }: Storefront, count: number, cursor: string) {
  const read = (from = cursor) =>
    call('GET /api/shops/:shopId/products', { params: { shopId: shop.id }, query: { cursor: from } })
  return readAtLeast(read, count, cursor)
}

/** Reads as much again when the storefront has come anew, and swaps it in at once; until then all stays as it was. */
export function useReadAnew(
  further: Further | undefined,
  storefront: Storefront,
  swap: (now: Further | undefined) => void,
) {
  const [failed, setFailed] = useState<{ of: Storefront; why: Failure }>()
  const [tries, setTries] = useState(0)
  const old = further !== undefined && further.of !== storefront
  const count = further?.items.length ?? 0
  const { next } = storefront

  // biome-ignore lint/correctness/useExhaustiveDependencies: each try reads once more
  useEffect(() => {
    if (!old) return
    if (next === undefined) return swap(undefined)
    let wanted = true
    void readFurther(storefront, count, next).then((result) => {
      if (!wanted) return
      if (result.ok) swap({ ...result.data, of: storefront })
      else setFailed({ of: storefront, why: result.failure })
    })
    return () => {
      wanted = false
    }
  }, [old, storefront, next, count, swap, tries])

  const again = useCallback(() => setTries((before) => before + 1), [])
  const why = old && failed?.of === storefront ? failed.why : undefined
  useTryAgain(why && isTransient(why.code) ? why : undefined, again)
}
