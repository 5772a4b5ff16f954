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
  type SettingsField,
  type SettingsForm,
  toSettingsBody,
  validateSettings,
} from './settings-form'

export interface Settings {
  form: SettingsForm
  /** True if there are unsaved edits of this page. */
  isDirty: boolean
  invalidFields: InvalidSettingsField[]
  saving: boolean
  /** The reason why saving failed, as a message. */
  error?: string
  /** The conflicting version saved by another device; the edits are kept. */
  conflict?: { theirs: ManagedShop; base: ManagedShop }
  edit(change: Partial<SettingsForm>): void
  /** Discards the edits of this page. */
  discard(): void
  save(): Promise<void>
  takeTheirs(): void
  keepMine(): Promise<void>
  /** Closes the conflict without saving; the edits stay, and saving again shows it again. */
  postpone(): void
}

type Edits = Partial<SettingsForm>

/** The edits of these fields or, with `others`, of all others. */
const editsOf = (edits: Edits, fields: readonly SettingsField[], others = false): Edits =>
  Object.fromEntries(
    Object.entries(edits).filter(([field]) => fields.includes(field as SettingsField) !== others),
  )

/**
 * The form of a page with some fields of the settings. Pages share one draft: each saves and discards its own fields, and leaves the
 * edits of others unsaved. `onSaved` receives the saved shop.
 */
export function useSettings(
  shop: ManagedShop,
  fields: readonly SettingsField[],
  onSaved: (shop: ManagedShop) => void,
): Settings {
  const draft = useSettingsDrafts(({ drafts }) => drafts[shop.id])
  const [tried, setTried] = useState(false)
  const [saving, setSaving] = useState(false)
  const [error, setError] = useState<string>()
  const [theirs, setTheirs] = useState<ManagedShop>()
  const base = draft?.base ?? shop
  const saved = formFromShop(base)
  const form = { ...saved, ...draft?.edits }
  const invalidFields = validateSettings(form).filter((field) => fields.includes(field))
  // an edit may arrive before the next rendering
  const edits = () => useSettingsDrafts.getState().drafts[shop.id]?.edits ?? {}

  /** Stores the edits that differ from a version. */
  function store(over: ManagedShop, next: Edits) {
    const { put, drop } = useSettingsDrafts.getState()
    const before = formFromShop(over)
    if (changedFields(before, { ...before, ...next }).length > 0) put(shop.id, { base: over, edits: next })
    else drop(shop.id)
  }

  const done = (result: ManagedShop) => {
    store(result, editsOf(edits(), fields, true))
    setTried(false)
    setTheirs(undefined)
    onSaved(result)
  }

  const handleFailure = (failure: Failure, body: SettingsBody) => {
    const current =
      failure.code === 'version-conflict' ? (failure.current as ManagedShop | undefined) : undefined
    if (!current) return setError(describeFailure(failure))
    if (matchesSettingsBody(current, body)) return done(current)
    setTheirs(current)
  }

  async function send(over: ManagedShop) {
    setSaving(true)
    setError(undefined)
    const body = toSettingsBody({ ...formFromShop(over), ...editsOf(edits(), fields) }, over)
    const result = await call('PUT /api/shops/:shopId/settings', { params: { shopId: shop.id }, body })
    setSaving(false)
    if (result.ok) done(result.data)
    else handleFailure(result.failure, body)
  }

  async function save() {
    setTried(true)
    if (saving) return
    const [invalid] = invalidFields
    if (invalid) setError(settingsWords.errors[invalid])
    else await send(base)
  }

  /** Saves the edits on top of the conflicting version. */
  async function keepMine() {
    if (!theirs || saving) return
    store(theirs, edits())
    setTheirs(undefined)
    onSaved(theirs)
    await send(theirs)
  }

  return {
    form,
    isDirty: changedFields(saved, form).some((field) => fields.includes(field)),
    invalidFields: tried ? invalidFields : invalidFields.filter((field) => field !== 'name'),
    saving,
    ...(error ? { error } : {}),
    ...(theirs ? { conflict: { theirs, base } } : {}),
    edit: (change) => {
      setError(undefined)
      store(base, { ...edits(), ...change })
    },
    discard: () => {
      store(base, editsOf(edits(), fields, true))
      setError(undefined)
    },
    save,
    takeTheirs: () => theirs && done(theirs),
    keepMine,
    postpone: () => setTheirs(undefined),
  }
}
