import type { Id } from '@/domain/id'
import { createPersistedStore } from './persisted-store'

interface SavedKeys {
  /** Shops whose key was saved on this phone, or whose owner confirmed having it. */
  saved: Record<Id, true>
  add(shopId: Id): void
  /** Called when a new key replaced the saved one. */
  remove(shopId: Id): void
}

/** The shops whose keys are saved, as known to this phone. */
export const useSavedKeys = createPersistedStore<SavedKeys, Pick<SavedKeys, 'saved'>>(
  (set) => ({
    saved: {},
    add: (shopId) => set(({ saved }) => ({ saved: { ...saved, [shopId]: true } })),
    remove: (shopId) => set(({ saved: { [shopId]: _removed, ...saved } }) => ({ saved })),
  }),
  { name: 'saved-keys', partialize: ({ saved }) => ({ saved }) },
)
