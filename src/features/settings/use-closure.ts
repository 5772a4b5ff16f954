import { useState } from 'react'
import { call } from '@/api/call'
import type { Day } from '@/domain/day'
import type { ManagedShop } from '@/domain/shop/shop'
import { describeFailure } from '@/locales/failure'
import { useSettingsDrafts } from './settings-draft-store'
import { formFromShop, type SettingsForm, toSettingsBody } from './settings-form'

interface Closure {
  busy: boolean
  error?: string
  /** The note for buyers, while it could not be saved. */
  unsavedNote?: string
  /** Closes the shop until a day and tells buyers why, or reopens it with ''; saved immediately, without the other unsaved edits. */
  closeUntil(day: Day | '', note?: string): Promise<void>
}

/** The day until which the shop is closed, and the note for buyers. */
type Change = Pick<SettingsForm, 'closedUntil' | 'closedNote'>

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

/** Closes and reopens a shop. */
export function useClosure(shop: ManagedShop, onSaved: (shop: ManagedShop) => void): Closure {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const [unsavedNote, setUnsavedNote] = useState<string>()

  async function closeUntil(closedUntil: Day | '', closedNote = '') {
    if (busy) return
    setBusy(true)
    setError(undefined)
    if (closedUntil !== '') setUnsavedNote(closedNote)
    const result = await putOverLatest(shop, { closedUntil, closedNote })
    setBusy(false)
    if (!result.ok) return setError(describeFailure(result.failure))
    setUnsavedNote(undefined)
    const { drafts, put: putDraft } = useSettingsDrafts.getState()
    const draft = drafts[shop.id]
    // the draft is rebased on this change to avoid a false conflict; a change of another device still causes one
    if (draft?.base.version === result.data.version - 1) putDraft(shop.id, { ...draft, base: result.data })
    onSaved(result.data)
  }

  return {
    busy,
    ...(error ? { error } : {}),
    ...(unsavedNote === undefined ? {} : { unsavedNote }),
    closeUntil,
  }
}
