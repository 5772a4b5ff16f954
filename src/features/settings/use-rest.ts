import { useState } from 'react'
import { call } from '@/api/call'
import type { Day } from '@/domain/day'
import type { OwnShop } from '@/domain/shop'
import { sayFailure } from '@/locales/zh-CN/failure'
import { useSettingsDrafts } from './settings-drafts'
import { bodyOf, formOf } from './settings-form'

interface Rest {
  busy: boolean
  trouble?: string
  /** Closes until a day, or opens again; at once, whatever else is typed and not saved. */
  until(day: Day | ''): Promise<void>
}

const put = (over: OwnShop, closedUntil: Day | '') =>
  call('PUT /api/shops/:shopId/settings', {
    params: { shopId: over.id },
    body: bodyOf({ ...formOf(over), closedUntil }, over),
  })

/** A shop saved elsewhere meanwhile only lends its newer state to this one change. */
async function putOverNewest(shop: OwnShop, day: Day | '') {
  const first = await put(shop, day)
  const newer =
    !first.ok && first.failure.code === 'version-conflict'
      ? (first.failure.current as OwnShop | undefined)
      : undefined
  return newer ? put(newer, day) : first
}

/** Closing for some days and opening again. */
export function useRest(shop: OwnShop, onSaved: (shop: OwnShop) => void): Rest {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string>()

  async function until(day: Day | '') {
    if (busy) return
    setBusy(true)
    setTrouble(undefined)
    const result = await putOverNewest(shop, day)
    setBusy(false)
    if (!result.ok) return setTrouble(sayFailure(result.failure))
    const { drafts, put: keep } = useSettingsDrafts.getState()
    const draft = drafts[shop.id]
    // this change is no reason to ask about the rest; another phone's change is
    if (draft?.base.version === result.data.version - 1) keep(shop.id, { ...draft, base: result.data })
    onSaved(result.data)
  }

  return { busy, ...(trouble ? { trouble } : {}), until }
}
