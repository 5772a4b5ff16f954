import type { RouteBody } from '@/contract/routes'
import type { Failure } from '@/domain/failure'
import type { Id } from '@/domain/id'
import { createPersistedStore } from '@/platform/storage/persisted-store'

export type JoinBody = RouteBody<'PUT /api/shops/:shopId/group-buys/:groupBuyId/entries/:orderId'>

/**
 * An unconfirmed entry. Its id is created once and kept until the server confirms the entry, so that retries and late requests join at
 * most once.
 */
export interface JoinAttempt {
  orderId: Id
  /** The sent request while it is unanswered. */
  body?: JoinBody
  /** Why the server refused the request. */
  failure?: Failure
}

interface Attempts {
  attempts: Record<Id, JoinAttempt>
  save(groupBuyId: Id, attempt: JoinAttempt): void
  remove(groupBuyId: Id, orderId: Id): void
}

/** The persisted unconfirmed entry of each group buy. */
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
