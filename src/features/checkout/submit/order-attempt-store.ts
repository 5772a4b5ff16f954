import type { RouteBody } from '@/contract/routes'
import type { Id } from '@/domain/id'
import { createPersistedStore } from '@/platform/storage/persisted-store'

export type OrderBody = RouteBody<'PUT /api/shops/:shopId/orders/:orderId'>

/**
 * An unconfirmed order. Its id is created once and kept until the server confirms the order, so that retries and late
 * requests place at most one.
 */
export interface OrderAttempt {
  orderId: Id
  /** The sent request while it is unanswered; absent once the server has rejected it. */
  body?: OrderBody
}

interface Attempts {
  attempts: Record<Id, OrderAttempt>
  save(shopId: Id, attempt: OrderAttempt): void
  remove(shopId: Id): void
}

const without = (attempts: Record<Id, OrderAttempt>, shopId: Id) => {
  const { [shopId]: _, ...others } = attempts
  return others
}

/** The persisted unconfirmed order of each shop. */
export const useOrderAttempts = createPersistedStore<Attempts, Pick<Attempts, 'attempts'>>(
  (set) => ({
    attempts: {},
    save: (shopId, attempt) => set(({ attempts }) => ({ attempts: { ...attempts, [shopId]: attempt } })),
    remove: (shopId) => set(({ attempts }) => ({ attempts: without(attempts, shopId) })),
  }),
  {
    name: 'checkout-attempts',
    version: 1,
    partialize: ({ attempts }) => ({ attempts }),
  },
)
