import type { RouteBody } from '@/contract/routes'
import type { Id } from '@/domain/id'
import { createPersistedStore } from '@/platform/storage/persisted-store'

export type OrderBody = RouteBody<'PUT /api/shops/:shopId/orders/:orderId'>

/**
 * An order on its way to a shop. Its id is made once and stays until the server said that the order is placed, so
 * whatever is sent again, and however late an earlier request arrives, there is one order at most.
 */
export interface Attempt {
  orderId: Id
  /** What was sent and not answered; absent once the server refused it. */
  body?: OrderBody
}

interface Attempts {
  attempts: Record<Id, Attempt>
  keep(shopId: Id, attempt: Attempt): void
  drop(shopId: Id): void
}

const without = (attempts: Record<Id, Attempt>, shopId: Id) => {
  const { [shopId]: _, ...others } = attempts
  return others
}

/** The order under way to each shop; outlives the app. */
export const useAttempts = createPersistedStore<Attempts, Pick<Attempts, 'attempts'>>(
  (set) => ({
    attempts: {},
    keep: (shopId, attempt) => set(({ attempts }) => ({ attempts: { ...attempts, [shopId]: attempt } })),
    drop: (shopId) => set(({ attempts }) => ({ attempts: without(attempts, shopId) })),
  }),
  {
    name: 'checkout-attempts',
    version: 1,
    partialize: ({ attempts }) => ({ attempts }),
  },
)
