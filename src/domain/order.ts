import type { AfterSaleState } from './after-sale'
import type { Day } from './day'
import type { Fulfilment } from './fulfilment'
import type { Id } from './id'
import type { Fen } from './money'
import type { PaymentMethod, PaymentState } from './payment'
import type { Photo } from './photo'
import type { Receiver } from './receiver'
import type { Actor, Step } from './transitions'

/**
 * `accepted` is promised but not yet on its way; `underway` is on the road, packed for pickup, posted or kept for the
 * guest, as the fulfilment says.
 */
export const orderStates = ['placed', 'accepted', 'underway', 'done', 'cancelled'] as const
export type OrderState = (typeof orderStates)[number]

export const orderActions = ['accept', 'send', 'finish', 'undo-finish', 'cancel'] as const
export type OrderAction = (typeof orderActions)[number]

/** The server's guard and the buttons on screen read this one table. */
export const orderTransitions: Record<OrderState, readonly Step<OrderAction, OrderState>[]> = {
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

/** A line is a snapshot of a sku at the price it was bought for. */
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

/** One step an order took: what, by whom, when (epoch ms). */
export interface OrderEvent {
  action: string
  by: Actor
  at: number
}

export interface Order {
  id: Id
  shopId: Id
  /** The number people read, counted per shop from 1. */
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
  /** When the order is cancelled unless the shop accepts it before; only while it waits. */
  expiresAt?: number
  /** The server's clock still allows the owner to undo finishing. */
  undoable?: boolean
  history: OrderEvent[]
}

/** An order as lists carry it. */
export type OrderSummary = Omit<Order, 'history'>

/** The most letters of what a buyer adds to an order. */
export const NOTE_MOST = 200

/** At most so many of one sku, and so many lines, in one order. */
export const MAX_QUANTITY = 999
export const MAX_LINES = 50
