import { useState } from 'react'
import { call } from '@/api/call'
import type { Failure } from '@/domain/failure'
import type { ManagedShop } from '@/domain/shop/shop'
import { describeFailure } from '@/locales/failure'
import { settingsWords } from '@/locales/shop/settings'
import { useSettingsDrafts } from './settings-draft-store'
import {
  changedFields,
  formFromShop,
  type InvalidSettingsField,
  matchesSettingsBody,
  type SettingsBody,
  type SettingsForm,
  toSettingsBody,
  validateSettings,
} from './settings-form'

export interface Settings {
  form: SettingsForm
  /** True if there are unsaved edits. */
  isDirty: boolean
  invalidFields: InvalidSettingsField[]
  saving: boolean
  /** The reason why saving failed, as a message. */
  error?: string
  /** The conflicting version saved by another device; the edits are kept. */
  conflict?: { theirs: ManagedShop; base: ManagedShop }
  edit(change: Partial<SettingsForm>): void
  /** Discards the edits. */
  discard(): void
  save(): Promise<void>
  takeTheirs(): void
  keepMine(): Promise<void>
  /** Closes the conflict without saving; the edits stay, and saving again shows it again. */
  postpone(): void
}

/** State of the settings form. `onSaved` receives the saved shop. */
export function useSettings(shop: ManagedShop, onSaved: (shop: ManagedShop) => void): Settings {
  const draft = useSettingsDrafts(({ drafts }) => drafts[shop.id])
  const { put, drop } = useSettingsDrafts.getState()
  const [tried, setTried] = useState(false)
  const [saving, setSaving] = useState(false)
  const [error, setError] = useState<string>()
  const [theirs, setTheirs] = useState<ManagedShop>()
  const base = draft?.base ?? shop
  const form = { ...formFromShop(base), ...draft?.edits }
  const invalidFields = validateSettings(form)

  const edit = (change: Partial<SettingsForm>) => {
    setError(undefined)
    const edits = { ...draft?.edits, ...change }
    const dirty = changedFields(formFromShop(base), { ...formFromShop(base), ...edits }).length > 0
    if (dirty) put(shop.id, { base, edits })
    else drop(shop.id)
  }

  const done = (saved: ManagedShop) => {
    drop(shop.id)
    setTried(false)
    setTheirs(undefined)
    onSaved(saved)
  }

  const handleFailure = (failure: Failure, body: SettingsBody) => {
    const current =
      failure.code === 'version-conflict' ? (failure.current as ManagedShop | undefined) : undefined
    if (!current) return setError(describeFailure(failure))
    if (matchesSettingsBody(current, body)) return done(current)
    setTheirs(current)
  }

  async function send(over: ManagedShop, typed: SettingsForm) {
    setSaving(true)
    setError(undefined)
    const body = toSettingsBody(typed, over)
    const result = await call('PUT /api/shops/:shopId/settings', { params: { shopId: shop.id }, body })
    setSaving(false)
    if (result.ok) done(result.data)
    else handleFailure(result.failure, body)
  }

  async function save() {
    setTried(true)
    if (saving) return
    const [invalid] = invalidFields
    if (invalid) setError(settingsWords.faults[invalid])
    else await send(base, form)
  }

  /** Saves the edits on top of the conflicting version. */
  async function keepMine() {
    if (!theirs || saving) return
    put(shop.id, { base: theirs, edits: draft?.edits ?? {} })
    setTheirs(undefined)
    onSaved(theirs)
    const merged = { ...formFromShop(theirs), ...draft?.edits }
    await send(theirs, merged)
  }

  return {
    form,
    isDirty: draft !== undefined,
    invalidFields: tried ? invalidFields : invalidFields.filter((field) => field !== 'name'),
    saving,
    ...(error ? { error } : {}),
    ...(theirs ? { conflict: { theirs, base } } : {}),
    edit,
    discard: () => {
      drop(shop.id)
      setError(undefined)
    },
    save,
    takeTheirs: () => theirs && done(theirs),
    keepMine,
    postpone: () => setTheirs(undefined),
  }
}
