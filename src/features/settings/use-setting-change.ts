import { call } from '@/api/call'
import type { ManagedShop } from '@/domain/shop/shop'
import { describeFailure } from '@/locales/failure'
import { useRequest } from '@/platform/network/use-request'
import { useSettingsDrafts } from './settings-draft-store'
import { formFromShop, type SettingsForm, toSettingsBody } from './settings-form'

type Change = Partial<SettingsForm>

const put = (over: ManagedShop, change: Change) =>
  call('PUT /api/shops/:shopId/settings', {
    params: { shopId: over.id },
    body: toSettingsBody({ ...formFromShop(over), ...change }, over),
  })

/** Sends the change; on a version conflict, sends it once more based on the newer version. */
async function putOverLatest(shop: ManagedShop, change: Change) {
  const first = await put(shop, change)
  const newer =
    !first.ok && first.failure.code === 'version-conflict'
      ? (first.failure.current as ManagedShop | undefined)
      : undefined
  return newer ? put(newer, change) : first
}

/** Saves single settings immediately, without the unsaved edits of other ones. */
export function useSettingChange(shop: ManagedShop, onSaved: (shop: ManagedShop) => void) {
  const { busy, failure, send } = useRequest()

  /** Resolves to true when the change is saved. */
  async function save(change: Change): Promise<boolean> {
    const result = await send(() => putOverLatest(shop, change))
    if (!result?.ok) return false
    const { drafts, put: putDraft } = useSettingsDrafts.getState()
    const draft = drafts[shop.id]
    // the draft is rebased on this change to avoid a false conflict; a change of another device still causes one
    if (draft?.base.version === result.data.version - 1) putDraft(shop.id, { ...draft, base: result.data })
    onSaved(result.data)
    return true
  }

  return { busy: busy !== false, error: failure && describeFailure(failure), save }
}
