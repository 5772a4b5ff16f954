import type { Day } from './day'
import type { ShopFreight } from './freight'
import type { Fulfilment } from './fulfilment'
import type { Id } from './id'
import type { OrderLimits } from './order-limits'
import type { PaymentMethod } from './payment'
import type { Trade } from './trade'

/** The settings of a shop that its owner edits. */
export interface ShopSettings {
  name: string
  place?: string
  phone?: string
  notice?: string
  pickupPlace?: string
  fulfilments: Fulfilment[]
  payments: PaymentMethod[]
  freight: ShopFreight
  /** The shop accepts no orders before this day. */
  closedUntil?: Day
}

export interface Shop extends ShopSettings {
  id: Id
  slug: string
  version: number
  trade: Trade
  openedAt: number
}

/** A shop with the fields that only its owners see. */
export interface ManagedShop extends Shop {
  /** Defaults to `DEFAULT_ORDER_LIMITS`. */
  orderLimits?: OrderLimits
}

/** True before `closedUntil`: orders are rejected. */
export const isClosed = (shop: Pick<ShopSettings, 'closedUntil'>, today: Day): boolean =>
  shop.closedUntil !== undefined && today < shop.closedUntil
