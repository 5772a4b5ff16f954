import { useEffect, useRef } from 'react'
import { joined, readAtLeast } from '@/api/pages'
import type { PagesState } from '@/api/use-pages'
import type { Id } from '@/domain/id'
import type { OrderSummary } from '@/domain/order'
import { readOrders } from './order-filter'

/**
 * Appends orders that came to a list of those that wait to be accepted, each time `lastOrder` grows. Nothing in the list
 * moves or vanishes: the oldest stand first, and an order that is no longer open says so when it is pressed.
 */
export function useNewOrders(shopId: Id, lastOrder: number | undefined, pages: PagesState<OrderSummary>) {
  const latest = useRef(pages)
  latest.current = pages
  const known = useRef(lastOrder)
  useEffect(() => {
    const before = known.current
    known.current = lastOrder
    const { items, hasMore } = latest.current
    // where there is a next page, the new ones are on the last
    if (before === undefined || lastOrder === undefined || lastOrder <= before || !items || hasMore) return
    const read = (cursor?: string) => readOrders(shopId, 'placed', cursor)
    let isCurrent = true
    void readAtLeast(read, items.length + 1).then((result) => {
      if (result.ok && isCurrent) latest.current.change((shown) => joined(shown, result.data.items))
    })
    return () => {
      isCurrent = false
    }
  }, [shopId, lastOrder])
}
