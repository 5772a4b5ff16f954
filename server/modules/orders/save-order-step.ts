import { sql } from 'kysely'
import { quantitiesBySku } from '@/domain/cart'
import { claimWindows, nextReminder, SILENCE_MS } from '@/domain/claim'
import { entriesOfStep } from '@/domain/ledger'
import { eventOfState, eventsOfStep } from '@/domain/notification'
import type { Order } from '@/domain/order'
import type { ChangeRequest } from '@/domain/order-details'
import { expiryAfterChange } from '@/domain/order-limits'
import { allowedActions } from '@/domain/order-transitions'
import type { Parcel } from '@/domain/parcel'
import { isPaidInPerson } from '@/domain/payment'
import { RETURN_BY_HAND } from '@/domain/refund'
import { isUndo } from '@/domain/undo-step'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import { moveClaimedGoods, restockedQuantities } from '../claims/move-goods'
import { followOrder } from '../claims/store'
import { returnPlace } from '../delivery-slots/slot-counts'
import { writeEntries } from '../ledger/write-entries'
import { wasAnnounced } from '../notifications/message-rows'
import { queueNotice } from '../notifications/queue-notification'
import { queueReport } from '../parcels/queue-report'
import { grantRefund } from '../payments/grant-refund'
import { closeOpenPayments } from '../payments/jobs'
import { refundByHand } from '../payments/refund-by-hand'
import { isPayingPayment, paymentsOfOrder } from '../payments/store'
import { returnStock } from '../products/move-stock'
import { mustFindShop, toOrderLimits, toShop } from '../shops/store'
import {
  type OrderRow,
  type OrderStates,
  type StoredEvent,
  stateColumns,
  toCollection,
  toOrder,
  toOrderAt,
} from './order-row'
import { recordCompletion } from './record-completion'

/** The effects of a step beside the changes of states. */
export interface StepEffects {
  /** The amount that it offers, grants or returns, in fen. */
  amount?: number
  /** The seller's note about a refund, and the id of the request. */
  asked?: { note: string; requestId: string }
  /** The parcel in which the order was sent. */
  parcel?: Parcel
  /** The request to change the order that the undone step had declined. */
  reopened?: ChangeRequest
}

/**
 * Writes the new states if the order still has the old ones, with their consequences: payments are closed or refunded, the ledger
 * is entered, deadlines are set, claims follow, and goods return to the stock.
 */
export async function saveOrderStep(
  tx: Query,
  row: OrderRow,
  next: OrderStates,
  event: StoredEvent,
  effects: StepEffects = {},
): Promise<Order> {
  const history = readJson<StoredEvent[]>(row.history)
  const returned = returnedInPerson(row, next, event, effects)
  const changed = {
    ...stateColumns(next),
    history: JSON.stringify([...history, event]),
    updated_at: event.at,
    // only waiting orders have these
    ...(next.state === 'placed' ? {} : { buyer_address: null, expires_at: null }),
    ...(await expiryOfReturned(tx, row, next, event.at)),
    ...deadlines(row, next, event.at),
    ...(await claimUntil(tx, row, next, event.at)),
    ...effects.parcel,
    ...(effects.reopened ? { change_request: JSON.stringify({ ...effects.reopened, state: 'asked' }) } : {}),
  }
  await updateOrder(tx, row, { changed, returned })
  await movePayments(tx, row, next, { now: event.at, ...effects })
  if (returnsByHand(row, event)) await refundByHand(tx, row, event)
  await enterStep(tx, row, next, { returned, source: `${row.id}.${history.length}`, at: event.at })
  await moveClaims(tx, row, next, { event, ...effects })
  await queueNotices(tx, row, next, event)
  if (isSent(row, next) || effects.parcel) await queueReport(tx, { ...row, ...changed })
  if (next.state === 'cancelled' && row.state !== 'cancelled') {
    await restock(tx, row)
    await returnPlace(tx, row.shop_id, toOrder(row))
  }
  if ((next.state === 'done') !== (row.state === 'done'))
    await recordCompletion(tx, row, { done: next.state === 'done', now: event.at })
  return toOrderAt({ ...row, ...changed, returned: row.returned + returned }, event.at)
}

/** The amount that the owner returns by hand, in fen: the granted money of an order that was paid in person. */
const returnedInPerson = (
  row: OrderRow,
  next: OrderStates,
  event: StoredEvent,
  { amount }: StepEffects,
): number =>
  event.action === 'settle' && next.afterSale === 'settled' && isPaidInPerson(row.payment_method)
    ? (amount ?? 0)
    : 0

const returnsByHand = ({ payment_method }: OrderRow, { action }: StoredEvent): boolean =>
  !isPaidInPerson(payment_method) && (action === 'settle' || action === RETURN_BY_HAND)

const isSent = (row: OrderRow, next: OrderStates): boolean =>
  row.state === 'accepted' && next.state === 'underway'

interface Changes {
  changed: Partial<OrderRow>
  returned: number
}

/** @throws ApiError `not-allowed-now` when the order has changed, or more would be returned than was received. */
async function updateOrder(tx: Query, row: OrderRow, { changed, returned }: Changes): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('shop_order')
    .set((eb) => ({ ...changed, ...(returned > 0 ? { returned: eb('returned', '+', returned) } : {}) }))
    .where('shop_id', '=', row.shop_id)
    .where('id', '=', row.id)
    .where('state', '=', row.state)
    .where('payment_state', '=', row.payment_state)
    .where('after_sale', '=', row.after_sale)
    .where(sql<boolean>`returned + ${returned} <= coalesce(collected, total)`)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw new ApiError('not-allowed-now', { current: toOrder(row) })
}

/** Notifies the owners or the buyer of a step; of an undone one if the buyer has read of it. */
async function queueNotices(tx: Query, row: OrderRow, next: OrderStates, event: StoredEvent): Promise<void> {
  const { shop_id: shopId, id: subjectId, buyer_id, fulfilment } = row
  const occurrence = String(readJson<StoredEvent[]>(row.history).length)
  const events = eventsOfStep(toOrder(row), { ...next, fulfilment }, event)
  if (isUndo(event.action) && (await wasAnnounced(tx, row, eventOfState(row)))) events.push('undone')
  for (const one of events)
    await queueNotice(tx, { event: one, shopId, subjectId, occurrence, at: event.at }, buyer_id)
}

/** When an order whose acceptance is undone expires. */
async function expiryOfReturned(
  tx: Query,
  row: OrderRow,
  next: OrderStates,
  now: number,
): Promise<Partial<OrderRow>> {
  if (next.state !== 'placed' || row.state === 'placed') return {}
  const limits = toOrderLimits(await mustFindShop(tx, row.shop_id))
  return { expires_at: expiryAfterChange(limits, toOrder(row), now) ?? null }
}

/** When silence decides, and the next reminder of it. Both stay while the same thing waits for an answer. */
function deadlines(row: OrderRow, next: OrderStates, now: number): Partial<OrderRow> {
  if (allowedActions(next, 'system').length === 0) return { answer_by: null, remind_at: null }
  if (next.afterSale === row.after_sale && row.answer_by !== null) return {}
  const answerBy = now + SILENCE_MS
  return { answer_by: answerBy, remind_at: nextReminder(answerBy, now) }
}

/** The window for claims begins when the order is delivered and paid, by the trade that the shop has then. */
async function claimUntil(
  tx: Query,
  row: OrderRow,
  next: OrderStates,
  now: number,
): Promise<Partial<OrderRow>> {
  // nobody could claim before the order was paid
  const isPaidNow = row.payment_state === 'due' && next.payment.state === 'paid'
  if ((next.state === 'done') === (row.state === 'done') && !isPaidNow) return {}
  if (next.state !== 'done') return { claim_until: null }
  const { trade } = toShop(await mustFindShop(tx, row.shop_id))
  return { claim_until: now + claimWindows[trade] }
}

/** Closes the open payments of an order that is given up, and refunds the one that has paid it, as a whole or in part. */
async function movePayments(
  tx: Query,
  row: OrderRow,
  next: OrderStates,
  { now, asked, amount }: StepEffects & { now: number },
): Promise<void> {
  const { shop_id: shopId, id: orderId, payment_state } = row
  if (payment_state === 'pending' && next.payment.state === 'void')
    await closeOpenPayments(tx, { shopId, orderId, now })
  if (payment_state !== 'paid' || isPaidInPerson(row.payment_method)) return
  const returnsAll = next.payment.state === 'refunding'
  const agrees = next.afterSale === 'agreed' && row.after_sale !== 'agreed'
  if (!returnsAll && !agrees) return
  const paid = (await paymentsOfOrder(tx, shopId, orderId)).find(isPayingPayment)
  if (!paid) throw new Error('a paid order has no payment')
  const reason = asked ? 'by-seller' : next.state === 'cancelled' ? 'cancelled' : 'after-sale'
  const left = paid.amount - paid.refunded
  await grantRefund(tx, paid, { amount: returnsAll ? left : (amount ?? left), reason, now, asked })
}

interface Entered {
  /** Returned in person, in fen. */
  returned: number
  source: string
  at: number
}

/** Enters what a step changes about the order's payment. */
const enterStep = (
  tx: Query,
  row: OrderRow,
  { payment }: OrderStates,
  { returned, source, at }: Entered,
): Promise<void> =>
  writeEntries(
    tx,
    { shopId: row.shop_id, orderId: row.id, source, at },
    entriesOfStep(
      {
        ...{ method: row.payment_method, total: row.total, returned },
        received: payment.collected ?? toCollection(row) ?? { amount: row.total, means: 'cash' },
      },
      row.payment_state,
      payment.state,
    ),
  )

/** Lets the order's claim follow it, and its goods with it. */
async function moveClaims(
  tx: Query,
  row: OrderRow,
  next: OrderStates,
  { event, amount }: StepEffects & { event: StoredEvent },
): Promise<void> {
  if (next.afterSale === row.after_sale) return
  const restocked = await moveClaimedGoods(tx, row, event)
  await followOrder(tx, row, next.afterSale, {
    ...(amount === undefined ? {} : { granted: amount }),
    ...(restocked ? { restocked: 1 } : {}),
  })
}

/**
 * Returns the order's quantities to the skus that still exist, but for what came back by a claim; a stock is filled up to `MAX_STOCK` at
 * most.
 */
async function restock(tx: Query, row: OrderRow): Promise<void> {
  const back = await restockedQuantities(tx, row)
  for (const [skuId, quantity] of quantitiesBySku(toOrder(row).lines)) {
    const delta = quantity - (back.get(skuId) ?? 0)
    if (delta > 0) await returnStock(tx, { shopId: row.shop_id, skuId, delta })
  }
}
