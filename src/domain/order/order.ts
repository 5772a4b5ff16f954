import type { Static } from '@sinclair/typebox'
import type { OrderEventShape, OrderLineShape, OrderShape, OrderSummaryShape } from '@/contract/order/orders'
import type { Transition } from './transitions'

/**
 * `accepted`: confirmed by the shop, not yet sent. `underway`: out for delivery, ready for pickup, shipped or reserved
 * for the guest, depending on the fulfilment.
 */
export const orderStates = ['placed', 'accepted', 'underway', 'done', 'cancelled'] as const
export type OrderState = (typeof orderStates)[number]

/**
 * The states of a list: that of its orders, or several. `to-do`: to be accepted or sent, or the buyer waits for an answer. `over`: done or
 * cancelled.
 */
export const listedStates = [...orderStates, 'to-do', 'over'] as const

/**
 * The states of orders that are not over, of those that the shop has accepted and not sent, of those that were sent, and of those in
 * which a buyer has to ask for cancellation.
 */
export const openStates: readonly OrderState[] = ['placed', 'accepted', 'underway']
export const unsentStates: readonly OrderState[] = ['accepted']
export const sentStates: readonly OrderState[] = ['underway', 'done']
export const confirmedStates: readonly OrderState[] = [...unsentStates, ...sentStates]

export const orderActions = [
  ...(['accept', 'send', 'finish'] as const),
  ...(['undo-accept', 'undo-send', 'undo-finish', 'cancel'] as const),
] as const
export type OrderAction = (typeof orderActions)[number]

/** The history action of an order that the shop did not answer in time. */
export const EXPIRE = 'expire'

/** The history action of an entry whose group buy closed: from then on it is an ordinary order. */
export const GATHER = 'gather'

/**
 * The state table of orders, used by the server to validate and by screens to offer actions. The system cancels what was not paid in time,
 * and what both sides agree to cancel; it accepts the entries of a group buy.
 */
export const orderTransitions: Record<
  OrderState,
  readonly Transition<OrderAction | typeof EXPIRE, OrderState>[]
> = {
  placed: [
    { action: 'accept', by: ['owner', 'system'], to: 'accepted' },
    { action: 'cancel', by: ['owner', 'buyer', 'system'], to: 'cancelled' },
    { action: EXPIRE, by: ['system'], to: 'cancelled' },
  ],
  accepted: [
    { action: 'send', by: ['owner'], to: 'underway' },
    { action: 'cancel', by: ['owner', 'system'], to: 'cancelled' },
    { action: 'undo-accept', by: ['owner'], to: 'placed' },
  ],
  underway: [
    { action: 'finish', by: ['owner', 'buyer'], to: 'done' },
    { action: 'cancel', by: ['owner', 'system'], to: 'cancelled' },
    { action: 'undo-send', by: ['owner'], to: 'accepted' },
  ],
  done: [
    { action: 'cancel', by: ['system'], to: 'cancelled' },
    { action: 'undo-finish', by: ['owner'], to: 'underway' },
  ],
  cancelled: [],
}

/** A snapshot of a sku at the time and price of the order. */
export type OrderLine = Static<typeof OrderLineShape>

/** One entry of an order's history; `at` in epoch ms. */
export type OrderEvent = Static<typeof OrderEventShape>

export type Order = Static<typeof OrderShape>

/** An order in a list: without its history. */
export type OrderSummary = Static<typeof OrderSummaryShape>

export const MAX_NOTE_LENGTH = 200

/** Maximum quantity per line, and maximum number of lines, of one order. */
export const MAX_QUANTITY = 999
export const MAX_LINES = 50
