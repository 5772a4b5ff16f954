import type { RouteReply } from '@/contract/routes'

type Order = RouteReply<'GET /api/shops/:shopId/orders'>['items'][number]

/** An order as the second release reads it, which can undo fewer steps. */
export function toSecondOrder({ undoableStep, ...order }: Order): object {
  return undoableStep === 'finish' || undoableStep === 'collect' ? { ...order, undoableStep } : order
}
