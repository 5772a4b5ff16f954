import { formatYuan } from '@/domain/money'
import type { Transaction } from './transactions'

/** A page, or the address to return to. */
export type TillAnswer = { html: string } | { location: string }

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const STYLE = `body{font:17px/1.5 system-ui,sans-serif;margin:0;background:#ededed;color:#111}
main{max-width:420px;margin:0 auto;padding:32px 16px;text-align:center}
.amount{font-size:44px;font-weight:600;margin:8px 0 24px}
button{display:block;width:100%;min-height:52px;margin:12px 0;border:0;border-radius:8px;font-size:17px;background:#07c160;color:#fff}
button.quiet{background:#fff;color:#111}
p.note{color:#666;font-size:15px}`

const page = (content: string) =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>模拟收银台</title><style>${STYLE}</style><main>${content}<p class="note">这是演示用的收银台，不收真钱。</p></main></html>`

/** The till of the simulator as a page: description, amount, and buttons to pay or cancel. */
export function renderTill(transaction: Transaction | undefined, prepayId: string, back: string): string {
  if (!transaction) return page('<h1>这笔付款打不开了</h1><p>请回到店里，再点一次付款。</p>')
  if (transaction.state !== 'NOTPAY')
    return page(`<h1>${transaction.state === 'SUCCESS' ? '已经付过了' : '这笔付款已经关了'}</h1>`)
  const fields = `<input type="hidden" name="prepay_id" value="${escapeHtml(prepayId)}"><input type="hidden" name="back" value="${escapeHtml(back)}">`
  return page(
    `<p>${escapeHtml(transaction.description)}</p><p class="amount">¥${formatYuan(transaction.amount)}</p><form method="post">${fields}<button name="outcome" value="pay">付款</button><button class="quiet" name="outcome" value="cancel">不付了</button></form>`,
  )
}

/** The page after paying or cancelling without an address to return to. */
export const renderOutcome = (isPaid: boolean): string => page(`<h1>${isPaid ? '付好了' : '没有付'}</h1>`)
