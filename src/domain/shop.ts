import type { Day } from './day'
import type { ShopFreight } from './freight'
import type { Fulfilment } from './fulfilment'
import type { Id } from './id'
import type { OrderLimits } from './order-limits'
import type { PaymentMethod } from './payment'
import type { Trade } from './trade'

/** What its owner sets about a shop. */
export interface ShopSettings {
  name: string
  place?: string
  phone?: string
  notice?: string
  pickupPlace?: string
  fulfilments: Fulfilment[]
  payments: PaymentMethod[]
  freight: ShopFreight
  /** The shop takes no orders before this day. */
  closedUntil?: Day
}

export interface Shop extends ShopSettings {
  id: Id
  slug: string
  version: number
  trade: Trade
  openedAt: number
}

/** A shop as its owners manage it: with what buyers need not see. */
export interface OwnShop extends Shop {
  /** Absent: `DEFAULT_ORDER_LIMITS`. */
  orderLimits?: OrderLimits
}

/** Closed for the day given: orders are refused until `closedUntil` has come. */
export const isClosed = (shop: Pick<ShopSettings, 'closedUntil'>, today: Day): boolean =>
  shop.closedUntil !== undefined && today < shop.closedUntil
