import { renderPage, renderTillOf } from '../till/till-page'
import type { Applyment } from './applyments'
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

/** The page on which a seller signs with WeChat Pay. */
export function renderSigning(applyment: Applyment | undefined): string {
  if (applyment?.state === 'FINISH') return renderPage('<h1>签好了</h1><p>回到店里，现在能用微信收钱了。</p>')
  if (applyment?.state !== 'NEED_SIGN') return renderPage('<h1>这份申请现在不用签</h1>')
  return renderPage(
    `<h1>和微信支付签约</h1><form method="post"><input type="hidden" name="applyment" value="${applyment.id}"><button name="outcome" value="sign">同意签约</button></form>`,
  )
}
