import { type CallState, useCall } from '@/api/use-call'
import type { Id } from '@/domain/id'
import { useReturnToPage } from '@/platform/lifecycle/use-page-visibility'
import { usePolling } from '@/platform/lifecycle/use-polling'
import { canStillChange } from './order-stations'

type State = CallState<'GET /api/shops/:shopId/orders/:orderId'>

const POLL_INTERVAL_MS = 15_000

/** Returns an order and reloads it regularly while the page is visible and the order can change, and on return. */
export function usePolledOrder(shopId: Id, orderId: Id): State {
  const state = useCall('GET /api/shops/:shopId/orders/:orderId', { params: { shopId, orderId } })
  const { data, reload } = state
  const canChange = data !== undefined && canStillChange(data.order)
  usePolling(() => void reload(), POLL_INTERVAL_MS, canChange)
  useReturnToPage(() => void reload())
  return state
}
