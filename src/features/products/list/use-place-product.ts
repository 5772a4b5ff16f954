import { useRef, useState } from 'react'
import { call } from '@/api/call'
import type { Id } from '@/domain/id'
import { describeFailure } from '@/locales/failure'

interface PlaceProduct {
  /** Why the last move was not saved. */
  error?: string
  /** Saves that a product stands behind another one, or at the top; `order` are the ids in the order that results. */
  place(productId: Id, after: Id | undefined, order: readonly Id[]): void
}

/**
 * Saves moves one after another, so that quick taps arrive in their order. When one fails, those behind it are dropped and
 * `onFailure` receives the order that was saved last.
 */
export function usePlaceProduct(
  shopId: Id,
  first: readonly Id[],
  onFailure: (savedOrder: readonly Id[]) => void,
): PlaceProduct {
  const [error, setError] = useState<string>()
  const saved = useRef(first)
  const queue = useRef<Promise<void>>(Promise.resolve())
  /** Counts the failures; moves of an earlier count are dropped. */
  const failures = useRef(0)

  function place(productId: Id, after: Id | undefined, order: readonly Id[]) {
    setError(undefined)
    const turn = failures.current
    queue.current = queue.current.then(async () => {
      if (turn !== failures.current) return
      const result = await call('PUT /api/shops/:shopId/products/:productId/place', {
        params: { shopId, productId },
        body: after === undefined ? {} : { after },
      })
      if (result.ok) {
        saved.current = order
        return
      }
      failures.current += 1
      setError(describeFailure(result.failure))
      onFailure(saved.current)
    })
  }

  return { ...(error ? { error } : {}), place }
}
