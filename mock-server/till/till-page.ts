import { formatYuan } from '@/domain/money'

/** A page, or the address to return to. */
export type TillAnswer = { html: string } | { location: string }

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const STYLE = `body{font:17px/1.5 system-ui,sans-serif;margin:0;background:#ededed;color:#111}
main{max-width:420px;margin:0 auto;padding:32px 16px;text-align:center}
.amount{font-size:44px;font-weight:600;margin:8px 0 24px}
button{display:block;width:100%;min-height:52px;margin:12px 0;border:0;border-radius:8px;font-size:17px;background:#07c160;color:#fff}
button.quiet{background:#fff;color:#111}
p.note{color:#666;font-size:15px}`

export const renderPage = (content: string): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>模拟收银台</title><style>${STYLE}</style><main>${content}<p class="note">这是演示用的收银台，不收真钱。</p></main></html>`

export const renderRefusal = (reason: string): string =>
  renderPage(`<h1>这笔付款打不开了</h1><p>${escapeHtml(reason)}</p><p>请回到店里，再点一次付款。</p>`)

interface OpenTill {
  description: string
  /** In fen. */
  amount: number
  /** The parameters that open the page, which sends them back with the `outcome`. */
  fields: Record<string, string>
}

/** A simulated till: description, amount, and buttons to pay or cancel. */
export function renderTillOf({ description, amount, fields }: OpenTill): string {
  const inputs = Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('')
  return renderPage(
    `<p>${escapeHtml(description)}</p><p class="amount">¥${formatYuan(amount)}</p><form method="post">${inputs}<button name="outcome" value="pay">付款</button><button class="quiet" name="outcome" value="cancel">不付了</button></form>`,
  )
}
