import type { Id } from '@/domain/id'
import type { ManagedShop } from '@/domain/shop/shop'
import { createPersistedStore } from '@/platform/storage/persisted-store'
import { changedFields, formFromShop, type SettingsForm } from './settings-form'
import { partRules, type SettingsPartName, settingsParts } from './settings-parts'

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

/** The pages with unsaved edits. */
export function useUnsavedParts(shopId: Id): SettingsPartName[] {
  const draft = useSettingsDrafts(({ drafts }) => drafts[shopId])
  if (!draft) return []
  const saved = formFromShop(draft.base)
  const changed = changedFields(saved, { ...saved, ...draft.edits })
  return settingsParts.filter((part) => partRules[part].fields.some((field) => changed.includes(field)))
}
