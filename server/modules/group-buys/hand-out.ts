import type { RouteBody } from '@/contract/routes'
import { transition } from '@/domain/order/order-step'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { moveOrder } from '../orders/move-order'
import { type OrderRow, type StoredEvent, toOrderAt } from '../orders/order-row'
import { lockBuyers } from '../orders/record-completion'
import { findOrder } from '../orders/store'
import { type Entry, toEntry } from './entries'
import type { GroupBuyKey } from './store'

type Tick = RouteBody<'POST /api/shops/:shopId/group-buys/:groupBuyId/hand-outs'>['ticks'][number]

/** The steps by which an entry is handed out, and those that take it back. */
const STEPS = { 'hand-out': ['accept', 'send', 'finish'], undo: ['undo-finish', 'undo-send'] } as const

/**
 * Hands out entries, or takes that back, each once for its id. An entry that cannot take the steps stays as it is. Call it while the shop is
 * locked.
 */
export async function handOut(
  tx: Query,
  { shopId, groupBuyId }: GroupBuyKey,
  ticks: readonly Tick[],
  now: number,
): Promise<{ items: Entry[] }> {
  await lockBuyers(
    tx,
    shopId,
    ticks.map(({ orderId }) => orderId),
  )
  const items: Entry[] = []
  for (const tick of ticks) {
    const row = await findOrder(tx, shopId, tick.orderId)
    if (row?.group_buy_id !== groupBuyId) continue
    items.push(toEntry(isApplied(row, tick) ? row : await applyTick(tx, row, tick, now)))
  }
  return { items }
}

const isApplied = ({ history }: OrderRow, { id }: Tick): boolean =>
  readJson<StoredEvent[]>(history).some((event) => event.id === id)

async function applyTick(
  tx: Query,
  row: OrderRow,
  { id, kind, means = 'cash' }: Tick,
  now: number,
): Promise<OrderRow> {
  let current = row
  for (const action of STEPS[kind]) {
    const order = toOrderAt(current, now)
    const takesMoney = action === 'finish' && order.payment.state === 'due' && means !== 'cash'
    const collected = takesMoney ? { amount: order.total, means } : undefined
    if (order.payment.state === 'pending' || !transition(order, action, 'owner', { collected })) continue
    await moveOrder(tx, current, {
      ...{ action, actor: 'owner', now, event: { id, from: order.state } },
      ...(collected ? { facts: { collected } } : {}),
    })
    current = (await findOrder(tx, row.shop_id, row.id)) ?? current
  }
  return current
}
