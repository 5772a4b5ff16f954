import type { AfterSaleState } from './after-sale'
import type { Day } from './day'
import type { Fulfilment } from './fulfilment'
import type { Id } from './id'
import type { Fen } from './money'
import type { PaymentMethod, PaymentState } from './payment'
import type { Photo } from './photo'
import type { Receiver } from './receiver'
import type { Actor, Transition } from './transitions'

/**
 * `accepted`: confirmed by the shop, not yet sent. `underway`: out for delivery, ready for pickup, shipped or reserved
 * for the guest, depending on the fulfilment.
 */
export const orderStates = ['placed', 'accepted', 'underway', 'done', 'cancelled'] as const
export type OrderState = (typeof orderStates)[number]

export const orderActions = ['accept', 'send', 'finish', 'undo-finish', 'cancel'] as const
export type OrderAction = (typeof orderActions)[number]

/** The state table of orders, used by the server to validate and by screens to offer actions. */
export const orderTransitions: Record<OrderState, readonly Transition<OrderAction, OrderState>[]> = {
  placed: [
    { action: 'accept', by: ['owner'], to: 'accepted' },
    { action: 'cancel', by: ['owner', 'buyer'], to: 'cancelled' },
  ],
  accepted: [
    { action: 'send', by: ['owner'], to: 'underway' },
    { action: 'cancel', by: ['owner'], to: 'cancelled' },
  ],
  underway: [
    { action: 'finish', by: ['owner', 'buyer'], to: 'done' },
    { action: 'cancel', by: ['owner'], to: 'cancelled' },
  ],
  done: [{ action: 'undo-finish', by: ['owner'], to: 'underway' }],
  cancelled: [],
}

/** A snapshot of a sku at the time and price of the order. */
export interface OrderLine {
  skuId: Id
  productId: Id
  name: string
  label?: string
  unit: string
  price: Fen
  quantity: number
  date?: Day
  photo?: Photo
}

/** One entry of an order's history; `at` in epoch ms. */
export interface OrderEvent {
  action: string
  by: Actor
  at: number
}

export interface Order {
  id: Id
  shopId: Id
  /** Displayed order number, counted per shop from 1. */
  number: number
  state: OrderState
  payment: { method: PaymentMethod; state: PaymentState }
  afterSale: AfterSaleState
  lines: OrderLine[]
  goods: Fen
  freight: Fen
  total: Fen
  fulfilment: Fulfilment
  receiver: Receiver
  note?: string
  createdAt: number
  updatedAt: number
  /** When a waiting order is cancelled unless the shop accepts it before (epoch ms). */
  expiresAt?: number
  /** The owner may still undo finishing, by the server's clock. */
  undoable?: boolean
  history: OrderEvent[]
}

/** An order in a list. */
export type OrderSummary = Omit<Order, 'history'>

/** Maximum length of a buyer's note, in characters. */
export const MAX_NOTE_LENGTH = 200

/** Maximum quantity per line, and maximum number of lines, of one order. */
export const MAX_QUANTITY = 999
export const MAX_LINES = 50
