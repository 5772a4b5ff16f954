import type { Id } from '@/domain/id'
import type { ManagedShop } from '@/domain/shop/shop'
import { createPersistedStore } from '@/platform/storage/persisted-store'
import type { SettingsForm } from './settings-form'

/** Unsaved edits and the shop version they are based on. */
interface SettingsDraft {
  base: ManagedShop
  edits: Partial<SettingsForm>
}

interface Drafts {
  drafts: Record<Id, SettingsDraft>
  put(shopId: Id, draft: SettingsDraft): void
  drop(shopId: Id): void
}

/** The persisted unsaved settings by shop. */
export const useSettingsDrafts = createPersistedStore<Drafts, Pick<Drafts, 'drafts'>>(
  (set) => ({
    drafts: {},
    put: (shopId, draft) => set(({ drafts }) => ({ drafts: { ...drafts, [shopId]: draft } })),
    drop: (shopId) => set(({ drafts: { [shopId]: _dropped, ...drafts } }) => ({ drafts })),
  }),
  {
    name: 'settings-drafts',
    version: 1,
    partialize: ({ drafts }) => ({ drafts }),
  },
)
