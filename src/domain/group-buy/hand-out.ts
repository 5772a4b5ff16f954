import type { RouteBody, RouteReply } from '@/contract/routes'
import type { Id } from '../id'
import type { GroupBuy } from './group-buy'

/** An entry as its shop reads it. */
export type Entry = RouteReply<'GET /api/shops/:shopId/group-buys/:groupBuyId/entry-orders'>['items'][number]
/** A mark that an entry was handed out, or was not; it waits on the phone until the server has it. */
export type Tick = RouteBody<'POST /api/shops/:shopId/group-buys/:groupBuyId/hand-outs'>['ticks'][number]

/** True for an entry whose goods are still to be handed out. */
export const isToHandOut = ({ state, gathering, payment }: Entry): boolean =>
  !gathering && state !== 'done' && state !== 'cancelled' && payment.state !== 'pending'

/** Entries as they are once the ticks that wait have arrived. */
export function withTicks(entries: readonly Entry[], ticks: readonly Tick[]): Entry[] {
  return entries.map((entry) => {
    const last = ticks.filter(({ orderId }) => orderId === entry.orderId).at(-1)
    if (!last) return entry
    if (last.kind === 'undo') return entry.state === 'done' ? { ...entry, state: 'accepted' } : entry
    return isToHandOut(entry) ? { ...entry, state: 'done' } : entry
  })
}

/** The quantity to pack of each sku, for entries that are not cancelled, in the order of the goods. */
export function totalsOf(
  groupBuy: Pick<GroupBuy, 'goods'>,
  entries: readonly Entry[],
): { skuId: Id; quantity: number }[] {
  const standing = entries.filter(({ state }) => state !== 'cancelled')
  return groupBuy.goods.flatMap(({ skuId }) => {
    const lines = standing.flatMap((entry) => entry.lines).filter((line) => line.skuId === skuId)
    const quantity = lines.reduce((sum, line) => sum + line.quantity, 0)
    return quantity > 0 ? [{ skuId, quantity }] : []
  })
}

/** The places of entries: each pickup point that has some, and `other` for all further ways. */
export const placeOf = ({ pointId }: Entry): string => pointId ?? 'other'
