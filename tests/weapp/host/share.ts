import type { Host, Share } from './host-types'
import { asFields } from './recorder'

const datasetOf = (element: Element) =>
  asFields((element as Element & { __wxElement?: { dataset?: unknown } }).__wxElement?.dataset)

/** Asks the page on top for its share card and puts it on record; a `promise` in the answer is waited for. */
export async function askForShare(host: Host, from: Share['from'], button?: HTMLElement): Promise<Share> {
  const page = host.pages.top()
  const target = button ? { id: button.id, dataset: datasetOf(button) } : undefined
  const answer = asFields(host.pages.call(page, 'onShareAppMessage', { from, target }))
  const card = { ...answer, ...(answer.promise ? asFields(await answer.promise) : {}) }
  const share: Share = {
    from,
    title: String(card.title ?? page.bar.title),
    path: String(card.path ?? `/${page.route}`),
    imageUrl: String(card.imageUrl ?? ''),
  }
  host.record.shares.push(share)
  return share
}
