import { DEFAULT_ORDER_LIMITS, type OrderLimits } from '@/domain/order/order-limits'

/** The order limits as form values: numbers as text, an empty text for a disabled limit. */
export interface OrderLimitsForm {
  /** Maximum number of waiting orders per buyer. */
  waiting: string
  /** Share of the stock that a new buyer may order, in percent. */
  share: string
  /** Hours until an order expires. */
  expiry: string
}

const text = (number: number | undefined): string => (number === undefined ? '' : String(number))

export const toOrderLimitsForm = (limits: OrderLimits = DEFAULT_ORDER_LIMITS): OrderLimitsForm => ({
  waiting: text(limits.waiting),
  share: text(limits.newBuyer?.percent),
  expiry: text(limits.expiryHours),
})

/** Converts the form into order limits; values not in the form are taken over unchanged. */
export function toOrderLimits(
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
