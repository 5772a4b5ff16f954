import type { Id } from '@/domain/id'
import type { Look } from '@/domain/look'
import type { Product } from '@/domain/sku'
import type { Draw } from './draw'
import { firstSections } from './first-sections'
import { further } from './load-further'

const own = (sections: Readonly<Record<string, Draw>>, kind: string) =>
  Object.hasOwn(sections, kind) ? sections[kind] : undefined

/** `undefined` for a kind that nobody knows here, or not yet. */
export const drawOf = (kind: string): Draw | undefined =>
  own(firstSections, kind) ?? own(further.now() ?? {}, kind)

/** What each section shows by itself. The one further up comes first. */
export function claimsOf(look: Look, products: readonly Product[]): Map<string, Id[]> {
  const claims = new Map<string, Id[]>()
  let left = products.filter(({ onSale }) => onSale)
  for (const { id, kind, settings } of look.sections) {
    const mine = drawOf(kind)?.claims(settings, left) ?? []
    claims.set(id, mine)
    left = left.filter((product) => !mine.includes(product.id))
  }
  return claims
}
