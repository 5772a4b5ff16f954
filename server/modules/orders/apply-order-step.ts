import { quantitiesBySku } from '@/domain/cart'
import { type Collection, lacksReason } from '@/domain/collection'
import { entriesOfStep } from '@/domain/ledger'
import type { Order } from '@/domain/order'
import { transition } from '@/domain/order-transitions'
import { ApiError, badInput } from '../../api-error'
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
  toCollection,
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
  /** What the owner received in person by this step, if not the total in cash. */
  collected?: Collection | undefined
  now: number
}

/**
 * Applies a step to an order, once for each request id.
 * @throws ApiError `not-allowed-now` (with the order), `too-many-steps`, `bad-input` for an amount that the step does not receive or that
 * lacks its reason, or `idempotency-conflict` when the id was used for another step.
 */
export async function applyOrderStep(tx: Query, move: OrderStep): Promise<Order> {
  const { shopId, orderId, id, action, actor, collected, now } = move
  const row = await findOrder(tx, shopId, orderId)
  if (!row) throw new ApiError('not-found')
  const order = toOrderAt(row, now)
  const history = readJson<StoredEvent[]>(row.history)
  const applied = history.find((event) => event.id === id)
  const event = { id, action, by: actor, ...(collected ? saidOf(collected) : {}) }
  if (applied && !isSameStep(applied, event)) throw new ApiError('idempotency-conflict')
  if (applied) return order
  const next = transition(order, action, actor, collected)
  if (!next) throw new ApiError('not-allowed-now', { current: order })
  if (collected) checkCollection(order, next, collected)
  if (isStepLimitReached(history, order.state, action, actor))
    throw new ApiError('too-many-steps', { current: order })
  return saveOrderStep(tx, row, next, { ...event, at: now, from: order.state })
}

const saidOf = ({ amount, note }: Collection) => ({ amount, ...(note === undefined ? {} : { note }) })

/** True when both are the same step with the same details. */
const isSameStep = (a: Step, b: Step): boolean =>
  a.action === b.action && a.by === b.by && a.amount === b.amount && a.note === b.note

type Step = Omit<StoredEvent, 'at'>

/** @throws ApiError `bad-input` */
function checkCollection({ payment, total }: Order, next: OrderStates, collected: Collection): void {
  if (payment.state !== 'due' || next.payment.state !== 'paid')
    throw badInput('/collected', 'nothing is received in person by this step')
  if (lacksReason(collected, total)) throw badInput('/collected/note', 'another amount needs a reason')
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
  await enterStep(tx, row, next.payment, { source: `${row.id}.${history.length}`, at: event.at })
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
  row: OrderRow,
  next: Order['payment'],
  { source, at }: { source: string; at: number },
): Promise<void> =>
  writeEntries(
    tx,
    { shopId: row.shop_id, orderId: row.id, source, at },
    entriesOfStep(
      {
        ...{ method: row.payment_method, total: row.total },
        received: next.collected ?? toCollection(row) ?? { amount: row.total, means: 'cash' },
      },
      row.payment_state,
      next.state,
    ),
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
