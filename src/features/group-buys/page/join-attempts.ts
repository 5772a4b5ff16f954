import type { RouteBody } from '@/contract/routes'
import type { Id } from '@/domain/id'
import { createPersistedStore } from '@/platform/storage/persisted-store'

export type JoinBody = RouteBody<'PUT /api/shops/:shopId/group-buys/:groupBuyId/entries/:orderId'>

/** A request to join that is not answered. Its id is kept, so that sending it again joins once. */
export interface JoinAttempt {
  orderId: Id
  body: JoinBody
}

interface Attempts {
  attempts: Record<Id, JoinAttempt>
  save(groupBuyId: Id, attempt: JoinAttempt): void
  remove(groupBuyId: Id, orderId: Id): void
}

/** The persisted unanswered request of each group buy. */
export const useJoinAttempts = createPersistedStore<Attempts, Pick<Attempts, 'attempts'>>(
  (set) => ({
    attempts: {},
    save: (groupBuyId, attempt) =>
      set(({ attempts }) => ({ attempts: { ...attempts, [groupBuyId]: attempt } })),
    remove: (groupBuyId, orderId) =>
      set(({ attempts }) => {
        const { [groupBuyId]: attempt, ...others } = attempts
        return { attempts: attempt?.orderId === orderId ? others : attempts }
      }),
  }),
  { name: 'group-buy-attempts', version: 1, partialize: ({ attempts }) => ({ attempts }) },
)
