import type { Order } from '@/domain/order'
import { spokenNumber, spokenYuan } from './amount'
import { payLaterWords } from './fulfilment'
import { orderLinesWords } from './order-lines'
import { buyerNextWords } from './order-next'
import { ordersWords } from './orders'
import { saidInTurn } from './speech'

/** 两斤; a unit that begins with a number is counted in portions: 两份，每份500克. */
const count = (quantity: number, unit: string): string =>
  /^\d/.test(unit) ? `${spokenNumber(quantity)}份，每份${unit}` : `${spokenNumber(quantity)}${unit}`

/** An order as its buyer hears it: where it stands, what was bought, the sum, and when to pay. */
export const orderSpeech = (order: Order, canCall = true): string =>
  saidInTurn(
    buyerNextWords(order, canCall),
    `${ordersWords.number(order.number)}，买了${order.lines
      .map((line) => `${orderLinesWords.name(line.name, line.label)}${count(line.quantity, line.unit)}`)
      .join('，')}`,
    `一共${spokenYuan(order.total)}`,
    order.payment.state === 'due' && order.state !== 'done' && payLaterWords(order.fulfilment),
  )
