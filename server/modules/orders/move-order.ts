import type { Order } from '@/domain/order'
import { transition } from '@/domain/order-transitions'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { addStock } from '../products/move-stock'
import { isExhausted } from './step-limit'
import { findOrder, type KeptEvent, type OrderRow, toOrder, toOrderAt } from './store'
import { takenBySku } from './taken-by-sku'

type States = Pick<Order, 'state' | 'payment' | 'afterSale'>

interface Move {
  shopId: string
  orderId: string
  id: string
  action: string
  actor: 'owner' | 'buyer'
  now: number
}

/**
 * Takes a step, once per id. A step that is not open to this actor now is `not-allowed-now` with the order as it is,
 * one that the actor repeated too often `too-many-steps`; the same id for another step is `different`.
 */
export async function moveOrder(tx: Query, move: Move): Promise<Order> {
  const { shopId, orderId, id, action, actor, now } = move
  const row = await findOrder(tx, shopId, orderId)
  if (!row) throw new ApiError('not-found')
  const order = toOrderAt(row, now)
  const history = readJson<KeptEvent[]>(row.history)
  const made = history.find((event) => event.id === id)
  if (made && (made.action !== action || made.by !== actor)) throw new ApiError('idempotency-conflict')
  if (made) return order
  const next = transition(order, action, actor)
  if (!next) throw new ApiError('not-allowed-now', { current: order })
  if (isExhausted(history, order.state, action, actor))
    throw new ApiError('too-many-steps', { current: order })
  return writeStep(tx, row, next, { id, action, by: actor, at: now, from: order.state })
}

/** Writes the states after a step, guarded by those before it; a cancelled order gives its goods back. */
export async function writeStep(tx: Query, row: OrderRow, next: States, event: KeptEvent): Promise<Order> {
  const changed = {
    state: next.state,
    payment_state: next.payment.state,
    after_sale: next.afterSale,
    history: JSON.stringify([...readJson<KeptEvent[]>(row.history), event]),
    updated_at: event.at,
    // what only a waiting order has
    ...(next.state === 'placed' ? {} : { buyer_address: null, expires_at: null }),
  }
  const { numUpdatedRows } = await tx
    .updateTable('shop_order')
    .set(changed)
    .where('shop_id', '=', row.shop_id)
    .where('id', '=', row.id)
    .where('state', '=', row.state)
    .where('payment_state', '=', row.payment_state)
    .where('after_sale', '=', row.after_sale)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new ApiError('not-allowed-now', { current: toOrder(row) })
  if (next.state === 'cancelled' && row.state !== 'cancelled') await giveBack(tx, row)
  if ((next.state === 'done') !== (row.state === 'done')) await noteDone(tx, row, next.state === 'done')
  return toOrderAt({ ...row, ...changed }, event.at)
}

/** Keeps for the buyer's account whether the order is completed. */
async function noteDone(tx: Query, { buyer_id, shop_id, id }: OrderRow, done: boolean): Promise<void> {
  await tx
    .updateTable('account_order')
    .set({ done: done ? 1 : 0 })
    .where('account_id', '=', buyer_id)
    .where('shop_id', '=', shop_id)
    .where('order_id', '=', id)
    .execute()
}

/** What was taken goes back, where the sku is still there. */
async function giveBack(tx: Query, row: OrderRow): Promise<void> {
  const { lines } = toOrder(row)
  for (const [skuId, quantity] of takenBySku(lines)) await addStock(tx, row.shop_id, skuId, quantity)
}
