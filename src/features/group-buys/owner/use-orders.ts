import { useCallback, useEffect, useState } from 'react'
import { call } from '@/api/call'
import { useCall } from '@/api/use-call'
import type { Failure } from '@/domain/failure'
import type { GroupBuyAction } from '@/domain/group-buy/group-buy'
import { type Tick, withTicks } from '@/domain/group-buy/hand-out'
import type { Id } from '@/domain/id'
import { newId } from '@/platform/device/new-id'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { network } from '@/platform/network/network'
import { sendTicks, useHandOuts } from './hand-out-store'
import { readEntries } from './read-entries'

const DAY_MS = 86_400_000
const PROLONGED_MS = 2 * DAY_MS

/** A group buy with its entries, from the server or else from the phone, and the owner's steps and ticks. */
export function useOrders(shopId: Id, groupBuyId: Id) {
  const stored = useHandOuts(({ lists }) => lists[groupBuyId])
  const state = useCall('GET /api/shops/:shopId/group-buys/:groupBuyId', { params: { shopId, groupBuyId } })
  const [failure, setFailure] = useState<Failure>()
  const [busy, setBusy] = useState<GroupBuyAction>()
  const current = state.data?.groupBuy

  const refresh = useCallback(async () => {
    if (!current) return
    await sendTicks(shopId, groupBuyId)
    const entries = await readEntries(shopId, groupBuyId)
    if (Array.isArray(entries)) useHandOuts.getState().saveList(groupBuyId, { groupBuy: current, entries })
    setFailure(Array.isArray(entries) ? undefined : entries)
  }, [shopId, groupBuyId, current])

  useEffect(() => {
    void refresh()
    return network.onChange((online) => online && void sendTicks(shopId, groupBuyId))
  }, [refresh, shopId, groupBuyId])

  const step = async (action: GroupBuyAction) => {
    setBusy(action)
    const result = await call('POST /api/shops/:shopId/group-buys/:groupBuyId/steps', {
      params: { shopId, groupBuyId },
      body: { id: newId(), action, ...(action === 'prolong' ? { endsAt: serverNow() + PROLONGED_MS } : {}) },
    })
    setBusy(undefined)
    setFailure(result.ok ? undefined : result.failure)
    await state.reload()
  }

  return {
    groupBuy: current ?? stored?.groupBuy,
    actions: state.data?.actions ?? [],
    entries: stored && withTicks(stored.entries, stored.ticks),
    waiting: stored?.ticks.length ?? 0,
    /** The list is that of the phone, because the server did not answer. */
    isStored: !current && stored !== undefined,
    failure: failure ?? (stored ? undefined : state.failure),
    busy,
    reload: () => void state.reload(),
    step: (action: GroupBuyAction) => void step(action),
    tick: (part: Omit<Tick, 'id'>) => {
      useHandOuts.getState().addTick(groupBuyId, { id: newId(), ...part })
      void sendTicks(shopId, groupBuyId)
    },
  }
}

export type Orders = ReturnType<typeof useOrders>
