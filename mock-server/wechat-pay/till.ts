import { renderPage, renderTillOf } from '../till/till-page'
import type { Transaction } from './transactions'

/** The till of the simulator as a page: description, amount, and buttons to pay or cancel. */
export function renderTill(transaction: Transaction | undefined, prepayId: string, back: string): string {
  if (!transaction) return renderPage('<h1>这笔付款打不开了</h1><p>请回到店里，再点一次付款。</p>')
  const { state, description, amount } = transaction
  if (state !== 'NOTPAY')
    return renderPage(`<h1>${state === 'SUCCESS' ? '已经付过了' : '这笔付款已经关了'}</h1>`)
  return renderTillOf({ description, amount, fields: { prepay_id: prepayId, back } })
}

/** The page after paying or cancelling without an address to return to. */
export const renderOutcome = (isPaid: boolean): string =>
  renderPage(`<h1>${isPaid ? '付好了' : '没有付'}</h1>`)
