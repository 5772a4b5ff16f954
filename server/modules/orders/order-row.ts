import type { Selectable } from 'kysely'
import type { CancelRequestState } from '@/domain/order/after-sale'
import { isClaimable } from '@/domain/order/claim'
import type { Slot } from '@/domain/order/delivery-slot'
import {
  type Order,
  type OrderEvent,
  type OrderLine,
  type OrderState,
  unsentStates,
} from '@/domain/order/order'
import { ACCEPT_CHANGE, CHANGE_DETAILS, type ChangeRequest } from '@/domain/order/order-details'
import { PAY_WITHIN_MS } from '@/domain/order/order-limits'
import type { OrderStates } from '@/domain/order/order-step'
import type { Parcel } from '@/domain/order/parcel'
import { findUndoableStep } from '@/domain/order/undo-step'
import type { Collection } from '@/domain/payment/collection'
import { isClaimRefundFailed, unreturnedOf } from '@/domain/payment/refund'
import type { Receiver } from '@/domain/receiver/receiver'
import { omitNulls, readJson } from '../../db/json'
import type { OrderTable } from '../../db/order-tables'
import { searchColumns } from './order-search'

export type OrderRow = Selectable<OrderTable>

/** A stored step with its request id, the state it started from, and the requests to cancel and to change the order that it ended. */
export interface StoredEvent extends OrderEvent {
  id?: string
  from?: OrderState
  ended?: CancelRequestState
  declined?: string
}

/** The columns that are not part of an order as people see it. */
export type PrivateColumns = Pick<OrderRow, 'buyer_id' | 'request_hash' | 'buyer_address'>

/** The columns that are inserted with an order; others come with its steps. */
export type NewOrderRow = Omit<
  OrderRow,
  | 'number'
  | 'collected'
  | 'collected_means'
  | 'collected_note'
  | 'returned'
  | 'answer_by'
  | 'remind_at'
  | 'claim_until'
  | 'carrier'
  | 'waybill'
  | 'details_version'
  | 'change_request'
  | 'forget_at'
  | keyof EntryColumns
>

/** The columns of an entry of a group buy, which are inserted with such an order only. */
type EntryColumns = Pick<OrderRow, 'group_buy_id' | 'entry' | 'gathering' | 'entry_details' | 'pay_until'>

/** The columns of a new entry; its number is counted while the row is written. */
export const entryColumns = ({ groupBuy, gathering, payUntil }: Omit<Order, 'id' | 'number'>) => {
  const { id = null, entry: _, ...details } = groupBuy ?? {}
  return {
    group_buy_id: id,
    gathering: gathering ? (1 as const) : (0 as const),
    entry_details: JSON.stringify(details),
    pay_until: payUntil ?? 0,
  }
}

export const stateColumns = ({ state, payment, afterSale }: OrderStates) => ({
  state,
  payment_method: payment.method,
  payment_state: payment.state,
  after_sale: afterSale,
  collected: payment.collected?.amount ?? null,
  collected_means: payment.collected?.means ?? null,
  collected_note: payment.collected?.note ?? null,
})

/** The payment that the seller received in person; `undefined` when it was the total in cash, or nothing yet. */
export const toCollection = ({
  collected,
  collected_means,
  collected_note,
}: Pick<OrderRow, 'collected' | 'collected_means' | 'collected_note'>): Collection | undefined =>
  collected === null || collected_means === null
    ? undefined
    : {
        amount: collected,
        means: collected_means,
        ...(collected_note === null ? {} : { note: collected_note }),
      }

/**
 * The row of a new order. Its keys are the columns that are inserted, on both engines. The number is left out, because it
 * is counted while the row is written.
 */
export function toOrderRow(
  id: string,
  order: Omit<Order, 'id' | 'number'>,
  { buyer_id, request_hash, buyer_address }: PrivateColumns,
): NewOrderRow {
  // a spread among so many columns would cost more than the rest of the row
  const { state, payment_method, payment_state, after_sale } = stateColumns(order)
  const { search, search_more } = searchColumns(order.receiver, order.lines)
  return {
    shop_id: order.shopId,
    id,
    buyer_id,
    request_hash,
    state,
    payment_method,
    payment_state,
    after_sale,
    lines: JSON.stringify(order.lines),
    goods: order.goods,
    freight: order.freight,
    total: order.total,
    fulfilment: order.fulfilment,
    receiver: JSON.stringify(order.receiver),
    note: order.note ?? null,
    history: JSON.stringify(order.history),
    created_at: order.createdAt,
    updated_at: order.updatedAt,
    buyer_address,
    expires_at: order.expiresAt ?? null,
    search,
    search_more,
    slot_day: order.slot?.day ?? null,
    slot_part: order.slot?.part ?? null,
  }
}

/** When an order that waits for its payment in advance is cancelled (epoch ms); 0 while it cannot be paid yet. */
export const payUntil = ({ created_at, pay_until }: Pick<OrderRow, 'created_at' | 'pay_until'>): number =>
  pay_until ?? created_at + PAY_WITHIN_MS

export const toParcel = ({ carrier, waybill }: Pick<OrderRow, 'carrier' | 'waybill'>): Parcel | undefined =>
  carrier === null || waybill === null ? undefined : { carrier, waybill }

export const toSlot = ({
  slot_day,
  slot_part,
}: Pick<OrderRow, 'slot_day' | 'slot_part'>): Slot | undefined =>
  slot_day === null || slot_part === null ? undefined : { day: slot_day, part: slot_part }

/** When receiver, note or slot changed last. */
const changedAt = ({ details_version, history }: OrderRow): number | undefined =>
  details_version > 0
    ? readJson<StoredEvent[]>(history)
        .filter(({ action }) => action === CHANGE_DETAILS || action === ACCEPT_CHANGE)
        .at(-1)?.at
    : undefined

/** The last change that the buyer requested. An open request ends when the order is cancelled. */
function toChangeRequest({ change_request, state }: OrderRow): ChangeRequest | undefined {
  if (change_request === null) return undefined
  const request = readJson<ChangeRequest>(change_request)
  return request.state === 'asked' && !unsentStates.includes(state) ? undefined : request
}

const toEntry = ({ group_buy_id, entry, entry_details }: OrderRow): Order['groupBuy'] =>
  group_buy_id === null || entry === null
    ? undefined
    : { ...readJson<object>(entry_details ?? '{}'), id: group_buy_id, entry }

export const toOrder = (row: OrderRow): Order =>
  omitNulls({
    id: row.id,
    shopId: row.shop_id,
    number: row.number,
    state: row.state,
    payment: omitNulls({
      method: row.payment_method,
      state: row.payment_state,
      collected: toCollection(row) ?? null,
    }),
    afterSale: row.after_sale,
    lines: readJson<OrderLine[]>(row.lines),
    goods: row.goods,
    freight: row.freight,
    total: row.total,
    fulfilment: row.fulfilment,
    receiver: readJson<Receiver>(row.receiver),
    note: row.note,
    slot: toSlot(row) ?? null,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    expiresAt: row.expires_at,
    answerBy: row.answer_by,
    claimUntil: row.claim_until,
    parcel: (unsentStates.includes(row.state) ? undefined : toParcel(row)) ?? null,
    payUntil: (row.payment_state === 'pending' && payUntil(row)) || null,
    detailsVersion: row.details_version || null,
    changedAt: changedAt(row) ?? null,
    changeRequest: toChangeRequest(row) ?? null,
    gathering: row.gathering === 1 || null,
    groupBuy: toEntry(row) ?? null,
    history: readJson<StoredEvent[]>(row.history).map(
      ({ id: _, from: __, ended: ___, declined: ____, ...event }) => event,
    ),
  })

/** An order at a given time, which decides which step can be undone, and whether a claim can be made for it. */
export function toOrderAt(row: OrderRow, now: number): Order {
  const order = toOrder(row)
  const unreturned = unreturnedOf(order.history)
  const undoable = findUndoableStep(order, now)
  return {
    ...order,
    ...(undoable ? { undoableStep: undoable } : {}),
    ...(isClaimable(order, order.claimUntil, now) ? { claimable: true } : {}),
    ...(unreturned > 0 ? { unreturned } : {}),
    ...(isClaimRefundFailed(order.history) ? { claimRefundFailed: true } : {}),
  }
}
