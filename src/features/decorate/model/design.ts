import { type Look, MAX_SECTIONS, type PlacedSection } from '@/domain/look'
import { paletteOf } from '@/domain/palette'
import type { SectionKind } from '@/templates/kinds'
import { sectionSchemas } from '@/templates/schemas'

/** What is decorated: a look without the number of its version. */
export type Design = Omit<Look, 'version'>
export type Settings = PlacedSection['settings']

export const designOf = ({ version: _, ...design }: Look): Design => design

/** Whether two JSON values say the same; the order of an object's fields says nothing. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false
  const [mine, theirs] = [Object.entries(a), Object.entries(b)]
  return (
    Array.isArray(a) === Array.isArray(b) &&
    mine.length === theirs.length &&
    mine.every(([name, value]) => Object.hasOwn(b, name) && same(value, Reflect.get(b, name)))
  )
}

export const sameDesign = (a: Design, b: Design): boolean => same(a, b)

/** A name that no section of the design has. */
export function freeId(sections: readonly PlacedSection[], kind: string): string {
  let at = 1
  while (sections.some(({ id }) => id === `${kind}-${at}`)) at++
  return `${kind}-${at}`
}

/** One place up or down; at either end it stays. */
export function moved(design: Design, id: string, by: -1 | 1): Design {
  const from = design.sections.findIndex((section) => section.id === id)
  const to = from + by
  const [section, other] = [design.sections[from], design.sections[to]]
  if (!section || !other) return design
  const sections = [...design.sections]
  sections[from] = other
  sections[to] = section
  return { ...design, sections }
}

export const removed = (design: Design, id: string): Design => ({
  ...design,
  sections: design.sections.filter((section) => section.id !== id),
})

export const isFull = ({ sections }: Design): boolean => sections.length >= MAX_SECTIONS

/** Whether one more of this kind is offered: a shop has one head. */
export const mayAdd = ({ sections }: Design, kind: SectionKind): boolean =>
  kind !== 'shop-head' || sections.every((section) => section.kind !== kind)

/** A section as its kind begins, below the others; a shop's head above them. */
export function added(design: Design, kind: SectionKind): Design {
  if (isFull(design)) return design
  const settings: Settings = { ...sectionSchemas[kind].defaults }
  const section = { id: freeId(design.sections, kind), kind, settings }
  const isHead = kind === 'shop-head' && mayAdd(design, kind)
  const sections = isHead ? [section, ...design.sections] : [...design.sections, section]
  return { ...design, sections }
}

export const changed = (design: Design, id: string, settings: Settings): Design => ({
  ...design,
  sections: design.sections.map((section) => (section.id === id ? { ...section, settings } : section)),
})

/** All colours made anew from one. */
export const recoloured = (design: Design, seed: string): Design => ({
  ...design,
  theme: { ...design.theme, ...paletteOf(seed), seed },
})
