import type { Id } from '@/domain/id'
import { createPersistedStore } from './persisted-store'

interface SkippedPlaces {
  /** Shops whose owner chose not to say where they are. */
  skipped: Record<Id, true>
  skip(shopId: Id): void
}

/** Where a shop is is asked once; skipping the question is remembered on this phone. */
export const useSkippedPlaces = createPersistedStore<SkippedPlaces, Pick<SkippedPlaces, 'skipped'>>(
  (set) => ({
    skipped: {},
    skip: (shopId) => set(({ skipped }) => ({ skipped: { ...skipped, [shopId]: true } })),
  }),
  { name: 'skipped-places', partialize: ({ skipped }) => ({ skipped }) },
)
