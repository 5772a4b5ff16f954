import type { Order } from '@/domain/order/order'
import type { RefundRefusal } from '@/domain/payment/refund'
import { spokenNumber, spokenYuan } from '../parts/amount'
import { joinSentences } from '../speech'
import { translated } from '../translation'
import { payLaterWords } from './fulfilment'
import { orderLinesWords } from './order-lines'
import { buyerNextWords } from './order-next'
import { ordersWords } from './orders'

/** 两斤; with a unit that begins with a digit: 两份，每份500克. */
const count = (quantity: number, unit: string): string =>
  /^\d/.test(unit) ? `${spokenNumber(quantity)}份，每份${unit}` : `${spokenNumber(quantity)}${unit}`

/** The spoken text of an order for its buyer: state, lines, total and payment. */
export const orderSpeech = translated('orderSpeech', (order: Order & RefundRefusal, canCall = true): string =>
  joinSentences(
    buyerNextWords(order, canCall),
    `${ordersWords.number(order.number)}，买了${order.lines
      .map((line) => `${orderLinesWords.name(line.name, line.label)}${count(line.quantity, line.unit)}`)
      .join('，')}`,
    `一共${spokenYuan(order.total)}`,
    order.payment.state === 'due' && order.state !== 'done' && payLaterWords(order.fulfilment),
  ),
)
