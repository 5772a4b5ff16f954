import { quantitiesBySku } from '@/domain/cart'
import { entriesOfStep } from '@/domain/ledger'
import type { Order } from '@/domain/order'
import { transition } from '@/domain/order-transitions'
import type { PaymentState } from '@/domain/payment'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { writeEntries } from '../ledger/write-entries'
import { grantRefund } from '../payments/grant-refund'
import { closeOpenPayments } from '../payments/jobs'
import { isPayingPayment, paymentsOfOrder } from '../payments/store'
import { returnStock } from '../products/move-stock'
import {
  type OrderRow,
  type OrderStates,
  type StoredEvent,
  stateColumns,
  toOrder,
  toOrderAt,
} from './order-row'
import { isStepLimitReached } from './step-limit'
import { findOrder } from './store'

interface OrderStep {
  shopId: string
  orderId: string
  id: string
  action: string
  actor: 'owner' | 'buyer'
  now: number
}

/**
 * Applies a step to an order, once for each request id.
 * @throws ApiError `not-allowed-now` (with the order), `too-many-steps`, or `idempotency-conflict` when the id was used for
 * another step.
 */
export async function applyOrderStep(tx: Query, move: OrderStep): Promise<Order> {
  const { shopId, orderId, id, action, actor, now } = move
  const row = await findOrder(tx, shopId, orderId)
  if (!row) throw new ApiError('not-found')
  const order = toOrderAt(row, now)
  const history = readJson<StoredEvent[]>(row.history)
  const applied = history.find((event) => event.id === id)
  if (applied && (applied.action !== action || applied.by !== actor))
    throw new ApiError('idempotency-conflict')
  if (applied) return order
  const next = transition(order, action, actor)
  if (!next) throw new ApiError('not-allowed-now', { current: order })
  if (isStepLimitReached(history, order.state, action, actor))
    throw new ApiError('too-many-steps', { current: order })
  return saveOrderStep(tx, row, next, { id, action, by: actor, at: now, from: order.state })
}

/**
 * Writes the new states if the order still has the old ones. A cancelled order is restocked. `asked` is what the seller says about the
 * refund of a payment that the step returns.
 */
export async function saveOrderStep(
  tx: Query,
  row: OrderRow,
  next: OrderStates,
  event: StoredEvent,
  asked?: { note: string; requestId: string },
): Promise<Order> {
  const history = readJson<StoredEvent[]>(row.history)
  const changed = {
    ...stateColumns(next),
    history: JSON.stringify([...history, event]),
    updated_at: event.at,
    // only waiting orders have these
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
  await movePayments(tx, row, next, { now: event.at, asked })
  await enterStep(tx, row, next.payment.state, { source: `${row.id}.${history.length}`, at: event.at })
  if (next.state === 'cancelled' && row.state !== 'cancelled') await restock(tx, row)
  if ((next.state === 'done') !== (row.state === 'done'))
    await recordCompletion(tx, row, next.state === 'done')
  return toOrderAt({ ...row, ...changed }, event.at)
}

/** Closes the open payments of an order that is given up, and refunds the one that has paid it. */
async function movePayments(
  tx: Query,
  row: OrderRow,
  next: OrderStates,
  { now, asked }: { now: number; asked: { note: string; requestId: string } | undefined },
): Promise<void> {
  const { shop_id: shopId, id: orderId, payment_state } = row
  if (payment_state === 'pending' && next.payment.state === 'void')
    await closeOpenPayments(tx, { shopId, orderId, now })
  if (payment_state !== 'paid' || next.payment.state !== 'refunding') return
  const paid = (await paymentsOfOrder(tx, shopId, orderId)).find(isPayingPayment)
  if (!paid) throw new Error('a paid order has no payment')
  const reason = asked ? 'by-seller' : next.state === 'cancelled' ? 'cancelled' : 'after-sale'
  await grantRefund(tx, paid, { amount: paid.amount - paid.refunded, reason, now, asked })
}

/** Enters what a step changes about the order's payment. */
const enterStep = (
  tx: Query,
  { shop_id: shopId, id: orderId, total, payment_method, payment_state }: OrderRow,
  next: PaymentState,
  { source, at }: { source: string; at: number },
): Promise<void> =>
  writeEntries(
    tx,
    { shopId, orderId, source, at },
    entriesOfStep({ method: payment_method, total }, payment_state, next),
  )

/** Records in the buyer's account whether the order is completed. */
async function recordCompletion(
  tx: Query,
  { buyer_id, shop_id, id }: OrderRow,
  done: boolean,
): Promise<void> {
  await tx
    .updateTable('account_order')
    .set({ done: done ? 1 : 0 })
    .where('account_id', '=', buyer_id)
    .where('shop_id', '=', shop_id)
    .where('order_id', '=', id)
    .execute()
}

/** Returns the order's quantities to the skus that still exist; a stock is filled up to `MAX_STOCK` at most. */
async function restock(tx: Query, row: OrderRow): Promise<void> {
  const { lines } = toOrder(row)
  for (const [skuId, delta] of quantitiesBySku(lines))
    await returnStock(tx, { shopId: row.shop_id, skuId, delta })
}
