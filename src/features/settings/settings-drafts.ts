import type { Id } from '@/domain/id'
import type { OwnShop } from '@/domain/shop'
import { createPersistedStore } from '@/platform/storage/persisted-store'
import type { SettingsForm } from './settings-form'

/** What was typed and not yet saved, over the shop as it was when the typing began. */
interface SettingsDraft {
  base: OwnShop
  edits: Partial<SettingsForm>
}

interface Drafts {
  drafts: Record<Id, SettingsDraft>
  put(shopId: Id, draft: SettingsDraft): void
  drop(shopId: Id): void
}

/** Unsaved settings by shop; they outlive tabs, pages and the app. */
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
