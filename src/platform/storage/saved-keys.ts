import type { Id } from '@/domain/id'
import { createPersistedStore } from './persisted-store'

interface SavedKeys {
  /** Shops whose owner's key was saved from this phone, or whose owner says that she has it. */
  saved: Record<Id, true>
  add(shopId: Id): void
  /** The key was made anew: the one that was saved no longer works. */
  remove(shopId: Id): void
}

/** Which shops' keys are safe, as this phone knows it; another phone asks its owner for itself. */
export const useSavedKeys = createPersistedStore<SavedKeys, Pick<SavedKeys, 'saved'>>(
  (set) => ({
    saved: {},
    add: (shopId) => set(({ saved }) => ({ saved: { ...saved, [shopId]: true } })),
    remove: (shopId) => set(({ saved: { [shopId]: _removed, ...saved } }) => ({ saved })),
  }),
  { name: 'saved-keys', partialize: ({ saved }) => ({ saved }) },
)
