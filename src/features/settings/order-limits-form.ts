import { DEFAULT_ORDER_LIMITS, type OrderLimits } from '@/domain/order-limits'

/** Limits on waiting orders as they are chosen: numbers as text, an empty text for what is off. */
export interface OrderLimitsForm {
  /** Waiting orders of one buyer. */
  waiting: string
  /** The part of the stock for new buyers, in percent. */
  share: string
  /** Hours until an order expires. */
  expiry: string
}

const text = (number: number | undefined): string => (number === undefined ? '' : String(number))

export const orderLimitsForm = (limits: OrderLimits = DEFAULT_ORDER_LIMITS): OrderLimitsForm => ({
  waiting: text(limits.waiting),
  share: text(limits.newBuyer?.percent),
  expiry: text(limits.expiryHours),
})

/** The limits as they are sent; what the form does not show stays as it was. */
export function orderLimitsOf(
  { waiting, share, expiry }: OrderLimitsForm,
  { newBuyer }: OrderLimits = DEFAULT_ORDER_LIMITS,
): OrderLimits {
  const least = newBuyer?.least ?? DEFAULT_ORDER_LIMITS.newBuyer?.least ?? 1
  return {
    waiting: Number(waiting),
    ...(share ? { newBuyer: { percent: Number(share), least } } : {}),
    ...(expiry ? { expiryHours: Number(expiry) } : {}),
  }
}
