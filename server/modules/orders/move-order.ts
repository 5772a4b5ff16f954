import { sql } from 'kysely'
import type { Fen } from '@/domain/money'
import { allowedActions } from '@/domain/order/allowed-actions'
import { claimWindows, nextReminder, SILENCE_MS } from '@/domain/order/claim'
import { GATHER, type Order } from '@/domain/order/order'
import type { ChangeRequest } from '@/domain/order/order-details'
import { expiryAfterChange, expiryOf } from '@/domain/order/order-expiry'
import { type OrderStates, type StepFacts, transition } from '@/domain/order/order-step'
import type { Parcel } from '@/domain/order/parcel'
import type { Actor } from '@/domain/order/transitions'
import { isPaidInPerson } from '@/domain/payment/payment'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { readJson } from '../../db/json'
import type { MovableOrders } from '../../db/order-tables'
import { mustFindShop, toOrderLimits, toShop } from '../shops/store'
import { type OrderChange, orderMoved } from './order-change'
import { type OrderRow, type StoredEvent, stateColumns, toOrder, toOrderAt } from './order-row'

/** A step of an order, with what it depends on and what it brings besides the changes of states. */
export interface OrderMove {
  action: string
  actor: Actor
  now: number
  facts?: StepFacts
  /** Further fields of its event in the history. */
  event?: Omit<StoredEvent, 'action' | 'by' | 'at'>
  /** The amount that it offers, grants or returns. */
  amount?: Fen
  /** The seller's note about a refund, and the id of the request. */
  requested?: OrderChange['requested']
  /** The parcel in which the order was sent. */
  parcel?: Parcel
  /** The request to change the order that the undone step had declined. */
  reopened?: ChangeRequest
}

/**
 * Moves an order by one step: the only code that changes its states. They follow from the tables, deadlines from the states, and the modules
 * that follow `orderMoved` do their part. Call it while the shop is locked.
 * @throws ApiError `not-allowed-now` (with the order) when the actor may not take the step now, when the row has changed, or when more would
 * be returned than was received.
 */
export async function moveOrder(tx: Query, row: OrderRow, move: OrderMove): Promise<Order> {
  const { action, actor, now, facts, amount, requested, parcel } = move
  const order = toOrderAt(row, now)
  const next = transition(order, action, actor, facts)
  if (!next) throw new ApiError('not-allowed-now', { current: order })
  const event = { ...move.event, action, by: actor, at: now }
  const returned = returnedInPerson(row, next, move)
  const changed = await columnsAfter(tx, row, next, event, move)
  await update(tx, row, { changed, returned })
  const after = { ...row, ...changed, returned: row.returned + returned }
  const namesParcel = parcel !== undefined
  await orderMoved.run(tx, { before: row, after, event, amount, returned, requested, namesParcel })
  return toOrderAt(after, now)
}

/** The amount that the owner returns by hand: the granted money of an order that was paid in person. */
const returnedInPerson = (row: OrderRow, next: OrderStates, { action, amount = 0 }: OrderMove): Fen =>
  action === 'settle' && next.afterSale === 'settled' && isPaidInPerson(row.payment_method) ? amount : 0

async function columnsAfter(
  tx: Query,
  row: OrderRow,
  next: OrderStates,
  event: StoredEvent,
  { parcel, reopened }: OrderMove,
): Promise<Partial<OrderRow>> {
  return {
    ...stateColumns(next),
    history: JSON.stringify([...readJson<StoredEvent[]>(row.history), event]),
    updated_at: event.at,
    // only waiting orders have these
    ...(next.state === 'placed' ? {} : { buyer_address: null, expires_at: null }),
    ...(row.gathering === 1 && (event.action === GATHER || next.state !== 'placed') ? { gathering: 0 } : {}),
    ...(await expiry(tx, row, next, event)),
    ...deadlines(row, next, event.at),
    ...(await claimUntil(tx, row, next, event.at)),
    ...parcel,
    ...(reopened ? { change_request: JSON.stringify({ ...reopened, state: 'asked' }) } : {}),
  }
}

interface Changes {
  changed: Partial<OrderRow>
  returned: Fen
}

/** @throws ApiError `not-allowed-now` when the order has changed, or more would be returned than was received. */
async function update(tx: Query, row: OrderRow, { changed, returned }: Changes): Promise<void> {
  const { numUpdatedRows } = await (tx as unknown as MovableOrders)
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

/**
 * When an order expires that waits for the shop from now on: it is paid, or to be paid in person, or its acceptance was undone, or its group
 * buy closed.
 */
async function expiry(
  tx: Query,
  row: OrderRow,
  next: OrderStates,
  { at: now, action }: StoredEvent,
): Promise<Pick<OrderRow, 'expires_at'> | undefined> {
  const isReturned = row.state !== 'placed'
  const isPaid = row.payment_state === 'pending' && next.payment.state !== 'pending'
  const isGathered = action === GATHER && next.payment.state !== 'pending'
  const waits = isGathered || (row.gathering === 0 && (isReturned || isPaid))
  if (next.state !== 'placed' || !waits) return undefined
  const limits = toOrderLimits(await mustFindShop(tx, row.shop_id))
  const order = toOrder(row)
  const at = isReturned ? expiryAfterChange(limits, order, now) : expiryOf(limits, now, order)
  return { expires_at: at ?? null }
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
