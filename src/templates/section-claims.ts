import type { Id } from '@/domain/id'
import type { Look } from '@/domain/look'
import type { Product } from '@/domain/sku'
import { coreSections } from './core-sections'
import type { SectionDefinition } from './define-section'
import { lazySectionLoader } from './load-lazy-sections'

const own = (sections: Readonly<Record<string, SectionDefinition>>, kind: string) =>
  Object.hasOwn(sections, kind) ? sections[kind] : undefined

/** `undefined` for a kind that nobody knows here, or not yet. */
export const sectionDefinition = (kind: string): SectionDefinition | undefined =>
  own(coreSections, kind) ?? own(lazySectionLoader.now() ?? {}, kind)

/** What each section shows by itself. The one further up comes first. */
export function claimsBySection(look: Look, products: readonly Product[]): Map<string, Id[]> {
  const claims = new Map<string, Id[]>()
  let left = products.filter(({ onSale }) => onSale)
  for (const { id, kind, settings } of look.sections) {
    const mine = sectionDefinition(kind)?.claims(settings, left) ?? []
    claims.set(id, mine)
    left = left.filter((product) => !mine.includes(product.id))
  }
  return claims
}
