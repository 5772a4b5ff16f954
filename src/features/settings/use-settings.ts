import { useState } from 'react'
import { call } from '@/api/call'
import type { Failure } from '@/domain/failure'
import type { OwnShop } from '@/domain/shop'
import { sayFailure } from '@/locales/zh-CN/failure'
import { settingsWords } from '@/locales/zh-CN/settings'
import { useSettingsDrafts } from './settings-drafts'
import {
  bodyOf,
  changedFields,
  faultsOf,
  formOf,
  isAsSent,
  type SettingsBody,
  type SettingsFault,
  type SettingsForm,
} from './settings-form'

export interface Settings {
  form: SettingsForm
  /** Something was typed that is not saved. */
  dirty: boolean
  faults: SettingsFault[]
  saving: boolean
  /** Why it was not saved, in words. */
  trouble?: string
  /** The shop as somebody else saved it meanwhile; what was typed is kept. */
  conflict?: { theirs: OwnShop; base: OwnShop }
  edit(change: Partial<SettingsForm>): void
  /** Back to what is saved. */
  forget(): void
  save(): Promise<void>
  takeTheirs(): void
  keepMine(): Promise<void>
  /** Nothing is saved and nothing lost; saving again asks again. */
  decideLater(): void
}

/** Edits of a shop's settings. `onSaved` gets the shop as it is now on the server. */
export function useSettings(shop: OwnShop, onSaved: (shop: OwnShop) => void): Settings {
  const draft = useSettingsDrafts(({ drafts }) => drafts[shop.id])
  const { put, drop } = useSettingsDrafts.getState()
  const [tried, setTried] = useState(false)
  const [saving, setSaving] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const [theirs, setTheirs] = useState<OwnShop>()
  const base = draft?.base ?? shop
  const form = { ...formOf(base), ...draft?.edits }
  const faults = faultsOf(form)

  const edit = (change: Partial<SettingsForm>) => {
    setTrouble(undefined)
    const edits = { ...draft?.edits, ...change }
    const dirty = changedFields(formOf(base), { ...formOf(base), ...edits }).length > 0
    if (dirty) put(shop.id, { base, edits })
    else drop(shop.id)
  }

  const done = (saved: OwnShop) => {
    drop(shop.id)
    setTried(false)
    setTheirs(undefined)
    onSaved(saved)
  }

  const refused = (failure: Failure, body: SettingsBody) => {
    const current = failure.code === 'version-conflict' ? (failure.current as OwnShop | undefined) : undefined
    if (!current) return setTrouble(sayFailure(failure))
    if (isAsSent(current, body)) return done(current)
    setTheirs(current)
  }

  async function send(over: OwnShop, typed: SettingsForm) {
    setSaving(true)
    setTrouble(undefined)
    const body = bodyOf(typed, over)
    const result = await call('PUT /api/shops/:shopId/settings', { params: { shopId: shop.id }, body })
    setSaving(false)
    if (result.ok) done(result.data)
    else refused(result.failure, body)
  }

  async function save() {
    setTried(true)
    if (saving) return
    const [fault] = faults
    if (fault) setTrouble(settingsWords.faults[fault])
    else await send(base, form)
  }

  /** Over theirs: what was typed stays, what was not touched is as they left it. */
  async function keepMine() {
    if (!theirs || saving) return
    put(shop.id, { base: theirs, edits: draft?.edits ?? {} })
    setTheirs(undefined)
    onSaved(theirs)
    const merged = { ...formOf(theirs), ...draft?.edits }
    await send(theirs, merged)
  }

  return {
    form,
    dirty: draft !== undefined,
    faults: tried ? faults : faults.filter((fault) => fault !== 'name'),
    saving,
    ...(trouble ? { trouble } : {}),
    ...(theirs ? { conflict: { theirs, base } } : {}),
    edit,
    forget: () => {
      drop(shop.id)
      setTrouble(undefined)
    },
    save,
    takeTheirs: () => theirs && done(theirs),
    keepMine,
    decideLater: () => setTheirs(undefined),
  }
}
