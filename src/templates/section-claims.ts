import type { Id } from '@/domain/id'
import type { Look } from '@/domain/look/look'
import type { Product } from '@/domain/product/product'
import type { SectionDefinition } from './define-section'
import { coreSections } from './generated/core-sections'
import { lazySectionLoader } from './load-lazy-sections'

const ownEntry = (sections: Readonly<Record<string, SectionDefinition>>, kind: string) =>
  Object.hasOwn(sections, kind) ? sections[kind] : undefined

/** The definition of a section kind; `undefined` if it is unknown or not loaded yet. */
export const sectionDefinition = (kind: string): SectionDefinition | undefined =>
  ownEntry(coreSections, kind) ?? ownEntry(lazySectionLoader.loaded() ?? {}, kind)

/** The products that each section claims, by its id; sections further up take precedence. */
export function claimsBySection(look: Look, products: readonly Product[]): Map<string, Id[]> {
  const claims = new Map<string, Id[]>()
  let unclaimed = products.filter(({ onSale }) => onSale)
  for (const { id, kind, settings } of look.sections) {
    const claimed = sectionDefinition(kind)?.claims(settings, unclaimed) ?? []
    claims.set(id, claimed)
    unclaimed = unclaimed.filter((product) => !claimed.includes(product.id))
  }
  return claims
}
