import { useEffect } from 'react'
import { type CallState, useCall } from '@/api/use-call'
import type { Id } from '@/domain/id'
import { usePageVisibility, useReturnToPage } from '@/platform/lifecycle/use-page-visibility'
import { isMoving } from './progress'

type State = CallState<'GET /api/shops/:shopId/orders/:orderId'>

const EVERY_MS = 15_000

/** An order that is read again while somebody looks and it can still move, and when they come back to it. */
export function useWatchedOrder(shopId: Id, orderId: Id): State {
  const state = useCall('GET /api/shops/:shopId/orders/:orderId', { params: { shopId, orderId } })
  const { data, reload } = state
  const shown = usePageVisibility()
  const watching = shown && data !== undefined && isMoving(data.order)
  useEffect(() => {
    if (!watching) return
    const timer = setInterval(() => void reload(), EVERY_MS)
    return () => clearInterval(timer)
  }, [watching, reload])
  useReturnToPage(() => void reload())
  return state
}
