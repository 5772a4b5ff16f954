import type { RouteBody, RouteReply } from '@/contract/routes'
import { failures } from '@/domain/failure'
import type { GroupBuy } from '@/domain/group-buy/group-buy'
import { calculateTotals } from '@/domain/product/cart'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { joinLocked } from './join-group-buy'
import { type GroupBuyKey, mustFindGroupBuy, toGroupBuy } from './store'

type Body = RouteBody<'POST /api/shops/:shopId/group-buys/:groupBuyId/pasted'>
type Reply = RouteReply<'POST /api/shops/:shopId/group-buys/:groupBuyId/pasted'>
type Pasted = Body['entries'][number]

/**
 * Stores entries that were read from a chat, each once for its id, in transactions of their own: one that is refused leaves the others. They
 * belong to the shop: instead of an account they have its id, and instead of a phone an empty text.
 */
export async function pasteEntries(
  deps: AppDependencies,
  key: GroupBuyKey,
  { entries }: Body,
  withRight: <T>(work: (tx: Query) => Promise<T>) => Promise<T>,
): Promise<Reply> {
  const items: Reply['items'] = []
  for (const entry of entries)
    items.push(
      await withRight((tx) => pasteEntry(deps, tx, key, entry)).catch((error: unknown) => {
        if (error instanceof ApiError && failures[error.code] === 409)
          return { orderId: entry.orderId, code: error.code }
        throw error
      }),
    )
  return { items }
}

async function pasteEntry(
  deps: AppDependencies,
  tx: Query,
  key: GroupBuyKey,
  { orderId, name, phone = '', pointId, lines, note, chatNumber, replaces }: Pasted,
): Promise<Reply['items'][number]> {
  const groupBuy = await toGroupBuy(tx, await mustFindGroupBuy(tx, key))
  // a list from a chat names no place when there is only one
  const point = pointId ?? (groupBuy.points.length === 1 ? groupBuy.points[0]?.id : undefined)
  const { groupBuy: entry } = await joinLocked(deps, tx, {
    ...{ ...key, orderId, accountId: key.shopId },
    request: {
      ...{ lines, fulfilment: { kind: point ? 'pickup' : (groupBuy.fulfilments[0] ?? 'pickup') } },
      ...{ receiver: { name, phone }, payment: { method: 'on-pickup' }, seenTotal: totalOf(groupBuy, lines) },
      ...(point === undefined ? {} : { pointId: point }),
      ...(note === undefined ? {} : { note }),
      ...(chatNumber === undefined ? {} : { chatNumber }),
      ...(replaces === undefined ? {} : { replaces }),
    },
  })
  return { orderId, ...(entry ? { number: entry.entry } : {}) }
}

/** Pasted entries are fetched, so that nothing is added for sending them. */
function totalOf({ goods }: GroupBuy, lines: Pasted['lines']): number {
  const priced = lines.map(({ skuId, quantity }) => ({
    quantity,
    price: goods.find((one) => one.skuId === skuId)?.price ?? 0,
  }))
  return calculateTotals(priced, { fee: 0 }, 'pickup').total
}
