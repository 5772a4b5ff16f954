import { useState } from 'react'
import { call } from '@/api/call'
import { useCall } from '@/api/use-call'
import type { Failure } from '@/domain/failure'
import { ENTRY_BATCH } from '@/domain/group-buy/group-buy'
import { MAX_CHAT_LENGTH } from '@/domain/group-buy/read-entry'
import type { Id } from '@/domain/id'
import { isToStore, type PasteDraft, type PastedRow, toPasted, toRows, usePasteDrafts } from './paste-draft'
import { readEntries } from './read-entries'

const EMPTY: PasteDraft = { text: '' }

/** A list that is pasted: reading it, looking at its rows, and storing them, a hundred at once. */
export function usePaste(shopId: Id, groupBuyId: Id) {
  const params = { shopId, groupBuyId }
  const draft = usePasteDrafts(({ drafts }) => drafts[groupBuyId]) ?? EMPTY
  const state = useCall('GET /api/shops/:shopId/group-buys/:groupBuyId', { params })
  const [busy, setBusy] = useState<'reading' | 'storing'>()
  const [failure, setFailure] = useState<Failure>()
  const save = (next: PasteDraft) => usePasteDrafts.getState().save(groupBuyId, next)
  const changeRow = (orderId: Id, change: (row: PastedRow) => PastedRow) => {
    const latest = usePasteDrafts.getState().drafts[groupBuyId] ?? EMPTY
    save({
      ...latest,
      rows: latest.rows?.map((row) => (row.orderId === orderId ? change(row) : row)) ?? [],
    })
  }

  async function read() {
    setBusy('reading')
    const body = { text: draft.text.slice(0, MAX_CHAT_LENGTH) }
    const result = await call('POST /api/shops/:shopId/group-buys/:groupBuyId/chat-list', { params, body })
    const known = result.ok ? await readEntries(shopId, groupBuyId) : []
    setBusy(undefined)
    const failed = result.ok ? (Array.isArray(known) ? undefined : known) : result.failure
    setFailure(failed)
    if (result.ok && Array.isArray(known))
      save({ ...draft, rows: toRows(result.data.entries, known), other: result.data.other.length })
  }

  async function store() {
    setBusy('storing')
    setFailure(undefined)
    for (;;) {
      const rows = (usePasteDrafts.getState().drafts[groupBuyId]?.rows ?? []).filter(isToStore)
      if (rows.length === 0) break
      const body = { entries: rows.slice(0, ENTRY_BATCH).map(toPasted) }
      const result = await call('POST /api/shops/:shopId/group-buys/:groupBuyId/pasted', { params, body })
      if (!result.ok) {
        setFailure(result.failure)
        break
      }
      for (const { orderId, ...answer } of result.data.items)
        changeRow(orderId, (row) => ({ ...row, result: answer }))
    }
    setBusy(undefined)
  }

  return {
    ...{ state, draft, busy, failure, changeRow },
    type: (text: string) => save({ text }),
    restart: () => save(EMPTY),
    read: () => void read(),
    store: () => void store(),
  }
}
