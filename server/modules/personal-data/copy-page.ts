import { dayOf } from '@/domain/day'
import { formatPrice } from '@/domain/money'
import { documentWords } from '@/locales/person/documents'
import { personalCopyWords as words } from '@/locales/person/personal-copy'
import { reportReasonWords } from '@/locales/storefront/report'
import { escapeHtml } from '../../first-paint/escape'
import type { PersonalCopy } from './read-copy'

const STYLE =
  'body{font:17px/1.6 sans-serif;max-width:42em;margin:0 auto;padding:16px;overflow-wrap:anywhere}h1{font-size:24px}h2{font-size:20px}li{margin-bottom:8px}pre{font-size:13px;white-space:pre-wrap}'

const list = (items: readonly string[]): string =>
  items.length === 0 ? `<p>${words.none}</p>` : `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`

/** Lines of text as the content of one element. */
const lines = (texts: readonly (string | undefined)[]): string =>
  texts
    .filter((text) => text !== undefined && text !== '')
    .map((text) => escapeHtml(text ?? ''))
    .join('<br>')

function renderOrder({ shop, order, claims, payments }: PersonalCopy['orders'][number]): string {
  const { name, phone, address } = order.receiver
  return lines([
    words.order(shop, order.number, dayOf(order.createdAt)),
    ...order.lines.map(({ name: goods, label = '', quantity, unit, price }) =>
      words.line(goods + label, quantity, unit, formatPrice(price)),
    ),
    words.total(formatPrice(order.total)),
    `${words.receiver}：${[name, phone, address].filter(Boolean).join(' ')}`,
    order.note && `${words.note}：${order.note}`,
    ...claims.map(({ text, reason }) => `${words.claim}：${text ?? reason}`),
    ...payments.map(({ amount, number }) => words.payment(formatPrice(amount), number)),
  ])
}

/** The parts of the page: a title, and its items as HTML. */
const partsOf = (copy: PersonalCopy): [string, string[]][] => [
  [
    words.account,
    [
      lines([copy.account.id, words.since(dayOf(copy.account.createdAt))]),
      ...copy.signIns.map(({ provider, usedAt }) =>
        lines([words.signIns[provider], words.used(dayOf(usedAt))]),
      ),
    ],
  ],
  [words.orders, copy.orders.map(renderOrder)],
  [
    words.paidForOthers,
    copy.paidForOthers.map(({ shop, amount, number, createdAt }) =>
      lines([words.paidAt(shop, dayOf(createdAt)), words.payment(formatPrice(amount), number)]),
    ),
  ],
  [
    words.reports,
    copy.reports.map(({ shop, reason, note, reportedAt }) =>
      lines([words.report(shop, reportReasonWords[reason], dayOf(reportedAt)), note ?? '']),
    ),
  ],
  [
    words.consents,
    copy.consents.map(({ kind, version, agreedAt }) =>
      lines([words.consent(documentWords.names[kind], version, dayOf(agreedAt))]),
    ),
  ],
  [
    words.shops,
    [
      ...copy.shops.map(({ name, slug, since }) => lines([name, `/s/${slug}`, words.since(dayOf(since))])),
      lines([words.media(copy.photos.length, copy.voices.length)]),
    ],
  ],
  [
    words.reminders,
    [
      ...copy.channels.map(({ kind, createdAt }) =>
        lines([words.channels[kind], words.since(dayOf(createdAt))]),
      ),
      ...copy.phone.map(({ address }) => lines([address])),
      ...copy.blockedBy.map(({ name }) => lines([words.blocked(name)])),
    ],
  ],
  [
    words.centre,
    [
      ...copy.roles.map(({ centre, name }) => lines([words.role(centre, name)])),
      ...copy.lessons.map(({ joinedAt }) => lines([words.lesson(dayOf(joinedAt))])),
      ...(copy.helped.length > 0 ? [lines([words.helped(copy.helped.length)])] : []),
    ],
  ],
]

/** A page with all stored data of a person: to read, and below as JSON for other programs. */
export function renderCopy(copy: PersonalCopy, now: number): string {
  const parts = partsOf(copy).map(([title, items]) => `<h2>${escapeHtml(title)}</h2>${list(items)}`)
  const json = escapeHtml(JSON.stringify(copy, null, 2))
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${words.title}</title><style>${STYLE}</style></head><body><h1>${words.title}</h1><p>${escapeHtml(words.made(dayOf(now)))}</p>${parts.join('')}<h2>${words.data}</h2><pre>${json}</pre></body></html>`
}
