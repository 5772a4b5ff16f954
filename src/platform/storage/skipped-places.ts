import type { Id } from '@/domain/id'
import { createPersistedStore } from './persisted-store'

interface SkippedPlaces {
  /** Shops whose owner skipped the question for their place. */
  skipped: Record<Id, true>
  skip(shopId: Id): void
}

/** The shops whose owner skipped the question for the shop's place, stored on this phone. */
export const useSkippedPlaces = createPersistedStore<SkippedPlaces, Pick<SkippedPlaces, 'skipped'>>(
  (set) => ({
    skipped: {},
    skip: (shopId) => set(({ skipped }) => ({ skipped: { ...skipped, [shopId]: true } })),
  }),
  { name: 'skipped-places', partialize: ({ skipped }) => ({ skipped }) },
)
