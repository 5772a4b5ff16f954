/** How much of a sku an account without a completed order in the shop may hold in its waiting orders together. */
export interface NewBuyerShare {
  /** Of what is there: the stock, and what the account holds already. */
  percent: number
  /** So much is always allowed. */
  least: number
}

/** A shop's limits on orders that wait for its acceptance. */
export interface OrderLimits {
  /** The most orders of one account that wait at the same time. */
  waiting: number
  /** Absent: a new buyer may take everything there is. */
  newBuyer?: NewBuyerShare
  /** Hours after which an order that nobody answered is cancelled; absent: never. */
  expiryHours?: number
}

export const DEFAULT_ORDER_LIMITS: OrderLimits = {
  waiting: 3,
  newBuyer: { percent: 50, least: 10 },
  expiryHours: 48,
}

/** The most waiting orders in a shop of all accounts of one address that have not completed any order anywhere. */
export const ADDRESS_WAITING_MOST = 100

/** What a new buyer may still take of a sku, of which `stock` is left and `held` is in the buyer's waiting orders. */
export function newBuyerMost({ percent, least }: NewBuyerShare, stock: number, held: number): number {
  const most = Math.max(least, Math.floor(((stock + held) * percent) / 100)) - held
  return Math.max(0, Math.min(stock, most))
}

/** The least stock of which a new buyer who holds `held` may take `quantity`: the inverse of `newBuyerMost`. */
export function stockForNewBuyer({ percent, least }: NewBuyerShare, quantity: number, held: number): number {
  const after = held + quantity
  return after <= least ? quantity : Math.ceil((after * 100) / percent) - held
}

const HOUR_MS = 3_600_000

/** How long before its expiry a waiting order warns its seller, in ms. */
export const EXPIRY_NOTICE_MS = 24 * HOUR_MS

/** When a waiting order placed at `createdAt` expires (epoch ms); `undefined` where the shop lets orders wait for ever. */
export const expiryOf = ({ expiryHours }: OrderLimits, createdAt: number): number | undefined =>
  expiryHours === undefined ? undefined : createdAt + expiryHours * HOUR_MS

/** The expiry of an order that waits already when the limit is changed at `now`: its seller keeps the time of the notice. */
export function changedExpiry(limits: OrderLimits, createdAt: number, now: number): number | undefined {
  const at = expiryOf(limits, createdAt)
  const fresh = expiryOf(limits, now)
  return at === undefined || fresh === undefined
    ? undefined
    : Math.max(at, Math.min(fresh, now + EXPIRY_NOTICE_MS))
}
