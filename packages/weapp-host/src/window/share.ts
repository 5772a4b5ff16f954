import { asFields } from '../shared/record'
import type { Share } from '../shared/types'
import type { Host } from './host-types'

const datasetOf = (element: Element) =>
  asFields((element as Element & { __wxElement?: { dataset?: unknown } }).__wxElement?.dataset)

/** Gets the share card of the page on top and records it. A `promise` in the card is awaited, as in WeChat. */
export async function sharePage(host: Host, from: Share['from'], button?: HTMLElement): Promise<Share> {
  const page = host.pages.top()
  const target = button ? { id: button.id, dataset: datasetOf(button) } : undefined
  const result = asFields(host.pages.call(page, 'onShareAppMessage', { from, target }))
  const card = { ...result, ...(result.promise ? asFields(await result.promise) : {}) }
  const share: Share = {
    from,
    title: String(card.title ?? page.bar.title),
    path: String(card.path ?? `/${page.route}`),
    imageUrl: String(card.imageUrl ?? ''),
  }
  host.record.shares.push(share)
  return share
}
