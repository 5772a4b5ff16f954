import type { RouteReply } from '@/contract/routes'
import { reasonOf, type TextPlace, textPlaces } from '@/domain/content'
import type { AuditAction } from '@/domain/operator-console'
import { readJson } from '../../db/json'
import type { readAuditTrail } from './audit-trail'
import type { ListedShop } from './read-shops'
import type { WaitingContent } from './waiting-contents'

/** An object without the entries that are `null` or `undefined`. */
type Present<T> = { [K in keyof T]: Exclude<T[K], null> }
function present<T extends object>(value: T): Present<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, entry]) => entry !== null && entry !== undefined),
  ) as Present<T>
}

export const toShopReply = (shop: ListedShop) => present(shop)

/** Files name the product that shows them instead of a place. */
const isTextPlace = (place: string | null): place is TextPlace => place !== null && place in textPlaces

type ContentItem = RouteReply<'GET /api/operator/contents'>['items'][number]

export function toContentReply({ verdict, label, uses, appeals, ...content }: WaitingContent): ContentItem {
  const why = verdict === 'risky' ? 'appeal' : label === null ? 'unchecked' : 'doubtful'
  return {
    ...present(content),
    ...(label === null ? {} : { reason: reasonOf(label) }),
    why,
    uses: uses.map(({ slug, place }) => present({ slug, place: isTextPlace(place) ? place : null })),
    appeals: appeals.map(present),
  }
}

type AuditRow = Awaited<ReturnType<typeof readAuditTrail>>['rows'][number]

export function toAuditReply({ name, details, ...entry }: AuditRow) {
  const facts = Object.entries(details === null ? {} : readJson<Record<string, unknown>>(details))
  return {
    ...(entry as typeof entry & { action: AuditAction }),
    ...(name === null ? {} : { operator: name }),
    facts: facts.flatMap(([fact, value]) => (value === null ? [] : [{ name: fact, value: String(value) }])),
  }
}
