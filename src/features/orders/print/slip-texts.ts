import { formatPrice } from '@/domain/money'
import type { OrderSummary } from '@/domain/order/order'
import { slotDateWords } from '@/locales/day'
import { fulfilmentWords } from '@/locales/order/fulfilment'
import { orderLinesWords } from '@/locales/order/order-lines'
import { printOrdersWords as words } from '@/locales/order/print-orders'
import { paperMomentWords } from '@/locales/time'

/** The amount that a seller has to collect, or the reason why nothing is to be collected, in words. */
export function moneyText({
  state,
  payment,
  total,
}: Pick<OrderSummary, 'state' | 'payment' | 'total'>): string {
  if (state === 'cancelled') return words.cancelled
  if (payment.state === 'pending') return words.unpaid
  if (payment.state === 'refunding' || payment.state === 'refunded') return words.refunded
  return payment.state === 'due' ? words.due(formatPrice(total)) : words.paid(formatPrice(total))
}

/** The paper of a slip: a sheet of A6, or the roll of a receipt printer. */
export type SlipPaper = 'a6' | 'roll'

/** The texts of a packing slip. */
export interface SlipTexts {
  title: string
  how: string
  who: string
  address: string
  lines: { name: string; quantity: string }[]
  note: string
  money: string
  shop: string
}

interface Shop {
  name: string
  phone?: string | undefined
}

export const slipTexts = (order: OrderSummary, { name, phone }: Shop, now: number): SlipTexts => ({
  title: words.order(order.number),
  how: `${fulfilmentWords[order.fulfilment]} ${order.slot ? slotDateWords(order.slot) : paperMomentWords(order.createdAt, now)}`,
  who: words.who(order.receiver.name, order.receiver.phone),
  address: order.receiver.address ?? '',
  lines: order.lines.map((line) => ({
    name: orderLinesWords.name(line.name, line.label),
    quantity: orderLinesWords.count(line.quantity, line.unit),
  })),
  note: order.note ? words.note(order.note) : '',
  money: moneyText(order),
  shop: words.shop(name, phone),
})
