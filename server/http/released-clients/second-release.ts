import type { RouteReply } from '@/contract/routes'
import { withoutLaterEvents } from './later-events'

type Order = RouteReply<'GET /api/shops/:shopId/orders'>['items'][number]

/** An order as the second release reads it, which can undo fewer steps. */
export function toSecondOrder(current: Order): object {
  const { undoableStep, ...order } = withoutLaterEvents(current)
  return undoableStep === 'finish' || undoableStep === 'collect' ? { ...order, undoableStep } : order
}

type Part = RouteReply<'GET /api/shops/:shopId/helps'>['helps'][number]['purposes'][number]

/** The parts of a shop that a helper may change. The second release knows phone and WeChat id as settings. */
export const toSecondParts = (parts: readonly Part[]): Part[] => [
  ...new Set(parts.map((part) => (part === 'contact' ? 'settings' : part))),
]

export const toSecondHelp = <H extends { purposes: readonly Part[] }>(help: H) => ({
  ...help,
  purposes: toSecondParts(help.purposes),
})
