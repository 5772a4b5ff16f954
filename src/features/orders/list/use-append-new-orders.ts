import { useEffect, useRef } from 'react'
import { mergeById, readAtLeast } from '@/api/pages'
import type { PagesState } from '@/api/use-pages'
import type { Id } from '@/domain/id'
import type { OrderSummary } from '@/domain/order/order'
import { type OrderFilter, readOrders } from './order-filter'
import { EMPTY_FINDER } from './order-finder'

/**
 * Appends new orders to the list of waiting ones each time `arrived` grows. Existing entries stay in place, even if
 * they were answered elsewhere: pressing one reports that.
 */
export function useAppendNewOrders(
  shopId: Id,
  filter: OrderFilter,
  arrived: number | undefined,
  pages: PagesState<OrderSummary>,
) {
  const latest = useRef(pages)
  latest.current = pages
  const known = useRef(arrived)
  useEffect(() => {
    const before = known.current
    known.current = arrived
    const { items, hasMore } = latest.current
    // the oldest come first, so with a next page the new ones are not part of the loaded pages
    if (before === undefined || arrived === undefined || arrived <= before || !items || hasMore) return
    const read = (cursor?: string) => readOrders(shopId, filter, EMPTY_FINDER, cursor)
    let isCurrent = true
    void readAtLeast(read, items.length + 1).then((result) => {
      if (result.ok && isCurrent) latest.current.change((shown) => mergeById(shown, result.data.items))
    })
    return () => {
      isCurrent = false
    }
  }, [shopId, filter, arrived])
}
