import { isRequestOpen } from '@/domain/order/allowed-actions'
import type { OrderState, OrderSummary } from '@/domain/order/order'
import { isUndo } from '@/domain/order/undo-step'
import { isUnpaid } from '@/domain/payment/payment'
import { orderLimitsWords } from '@/locales/order/order-limits'
import type { OrdersAnswer } from './use-answer-orders'

/** The state of orders that an answer is for. */
const stateFor: Record<OrdersAnswer, OrderState> = {
  accept: 'placed',
  refuse: 'placed',
  send: 'accepted',
  finish: 'underway',
  'undo-accept': 'accepted',
  'undo-send': 'underway',
  'undo-finish': 'done',
}

/** The orders that an answer changes. */
export const answerable = (orders: readonly OrderSummary[], answer: OrdersAnswer): OrderSummary[] =>
  orders.filter((order) => {
    if (order.state !== stateFor[answer] || order.payment.state === 'pending') return false
    if (isUndo(answer)) return answer === `undo-${order.undoableStep}`
    // a buyer's request is answered on the page of its order
    return !isRequestOpen(order)
  })

/** The steps of an order in the order of a day; the earliest one that some orders wait for is offered first. */
const forward = ['accept', 'send', 'finish'] as const

/** The undoing of these steps, the last one first. */
const back = ['undo-finish', 'undo-send', 'undo-accept'] as const

/** The answers that some of the orders wait for, the first one first. */
export const answersFor = (orders: readonly OrderSummary[]): Exclude<OrdersAnswer, 'refuse'>[] =>
  [...forward, ...back].filter((answer) => answerable(orders, answer).length > 0)

/** The answers in the sheet of further actions: those after the first one; refusing comes last. */
export const furtherAnswers = (orders: readonly OrderSummary[]): OrdersAnswer[] => [
  ...answersFor(orders).slice(1),
  ...(answerable(orders, 'refuse').length > 0 ? (['refuse'] as const) : []),
]

/** The words of the button that gives an answer to those of the orders that it changes. */
export function answerWords(answer: OrdersAnswer, orders: readonly OrderSummary[]): string {
  const changed = answerable(orders, answer)
  const words = orderLimitsWords.select
  return answer === 'finish'
    ? words.finish(changed.length, cashOf(changed) > 0)
    : words[answer](changed.length)
}

/** The refunds that refusing these orders causes, by the original way of payment: the number of paid orders, and their sum in fen. */
export function refundsOf(orders: readonly OrderSummary[]): { count: number; sum: number } {
  const paid = orders.filter(({ payment }) => payment.state === 'paid')
  return { count: paid.length, sum: paid.reduce((sum, { total }) => sum + total, 0) }
}

/** The cash that finishing these orders collects, in fen. */
export const cashOf = (orders: readonly OrderSummary[]): number =>
  orders.filter(({ payment }) => isUnpaid(payment.state)).reduce((sum, { total }) => sum + total, 0)
