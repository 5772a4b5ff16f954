import { call } from '@/api/call'
import { isTransient } from '@/domain/failure'
import { ENTRY_BATCH, type GroupBuy } from '@/domain/group-buy/group-buy'
import type { Entry, Tick } from '@/domain/group-buy/hand-out'
import type { Id } from '@/domain/id'
import { createPersistedStore } from '@/platform/storage/persisted-store'

/** What the phone has of a group buy: the list to hand out from, and the ticks that the server does not have yet. */
interface HandOut {
  groupBuy: GroupBuy
  entries: Entry[]
  ticks: Tick[]
}

interface HandOuts {
  lists: Record<Id, HandOut>
  saveList(groupBuyId: Id, list: Pick<HandOut, 'groupBuy' | 'entries'>): void
  addTick(groupBuyId: Id, tick: Tick): void
  /** Replaces entries by the server's answer, and forgets the ticks that it has. */
  settle(groupBuyId: Id, answered: readonly Entry[], sent: readonly Tick[]): void
}

/** The lists of at most this many group buys stay on the phone. */
const MAX_LISTS = 5

const newest = (lists: Record<Id, HandOut>): Record<Id, HandOut> =>
  Object.fromEntries(
    Object.entries(lists)
      .sort(([, a], [, b]) => b.ticks.length - a.ticks.length || b.groupBuy.createdAt - a.groupBuy.createdAt)
      .slice(0, MAX_LISTS),
  )

/** The persisted lists: handing out works without a network, and after the app was closed. */
export const useHandOuts = createPersistedStore<HandOuts, Pick<HandOuts, 'lists'>>(
  (set) => {
    const edit = (groupBuyId: Id, change: (list: HandOut) => HandOut) =>
      set(({ lists }) => {
        const list = lists[groupBuyId]
        return list ? { lists: { ...lists, [groupBuyId]: change(list) } } : { lists }
      })
    return {
      lists: {},
      saveList: (groupBuyId, list) =>
        set(({ lists }) => ({
          lists: newest({ ...lists, [groupBuyId]: { ...list, ticks: lists[groupBuyId]?.ticks ?? [] } }),
        })),
      addTick: (groupBuyId, tick) => edit(groupBuyId, (list) => ({ ...list, ticks: [...list.ticks, tick] })),
      settle: (groupBuyId, answered, sent) =>
        edit(groupBuyId, (list) => ({
          ...list,
          entries: list.entries.map(
            (entry) => answered.find(({ orderId }) => orderId === entry.orderId) ?? entry,
          ),
          ticks: list.ticks.filter(({ id }) => !sent.some((one) => one.id === id)),
        })),
    }
  },
  { name: 'group-buy-hand-outs', version: 1, partialize: ({ lists }) => ({ lists }) },
)

const sending = new Set<Id>()

/** Sends the ticks that wait, a hundred at once. Those that got no answer wait on, and are sent again with the same ids. */
export async function sendTicks(shopId: Id, groupBuyId: Id): Promise<void> {
  if (sending.has(groupBuyId)) return
  sending.add(groupBuyId)
  try {
    for (;;) {
      const ticks = useHandOuts.getState().lists[groupBuyId]?.ticks.slice(0, ENTRY_BATCH) ?? []
      if (ticks.length === 0) return
      const result = await call('POST /api/shops/:shopId/group-buys/:groupBuyId/hand-outs', {
        params: { shopId, groupBuyId },
        body: { ticks },
      })
      if (!result.ok && isTransient(result.failure.code)) return
      useHandOuts.getState().settle(groupBuyId, result.ok ? result.data.items : [], ticks)
    }
  } finally {
    sending.delete(groupBuyId)
  }
}
