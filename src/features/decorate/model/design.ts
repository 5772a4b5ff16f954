import { type Look, MAX_SECTIONS, type PlacedSection } from '@/domain/look/look'
import { paletteOf } from '@/domain/look/palette'
import type { SectionKind } from '@/templates/generated/section-kinds'
import { sectionSchemas } from '@/templates/generated/section-schemas'

/** A look without its version number: what the editor changes. */
export type Design = Omit<Look, 'version'>
export type Settings = PlacedSection['settings']

export const designOf = ({ version: _, ...design }: Look): Design => design

/** Compares two JSON values; the order of an object's fields does not matter. */
function isDeepEqual(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false
  const [mine, theirs] = [Object.entries(a), Object.entries(b)]
  return (
    Array.isArray(a) === Array.isArray(b) &&
    mine.length === theirs.length &&
    mine.every(([name, value]) => Object.hasOwn(b, name) && isDeepEqual(value, Reflect.get(b, name)))
  )
}

export const isSameDesign = (a: Design, b: Design): boolean => isDeepEqual(a, b)

/** An id of this kind that no section of the design has. */
export function unusedSectionId(sections: readonly PlacedSection[], kind: string): string {
  let at = 1
  while (sections.some(({ id }) => id === `${kind}-${at}`)) at++
  return `${kind}-${at}`
}

/** Moves a section one place up or down; at either end the design is returned unchanged. */
export function moveSection(design: Design, id: string, by: -1 | 1): Design {
  const from = design.sections.findIndex((section) => section.id === id)
  const to = from + by
  const [section, other] = [design.sections[from], design.sections[to]]
  if (!section || !other) return design
  const sections = [...design.sections]
  sections[from] = other
  sections[to] = section
  return { ...design, sections }
}

export const removeSection = (design: Design, id: string): Design => ({
  ...design,
  sections: design.sections.filter((section) => section.id !== id),
})

export const isFull = ({ sections }: Design): boolean => sections.length >= MAX_SECTIONS

/** True if another section of this kind can be added: a shop has one head only. */
export const canAddSection = ({ sections }: Design, kind: SectionKind): boolean =>
  kind !== 'shop-head' || sections.every((section) => section.kind !== kind)

/** Adds a section with its kind's defaults below the others; a shop's head above them. A full design is unchanged. */
export function addSection(design: Design, kind: SectionKind): Design {
  if (isFull(design)) return design
  const settings: Settings = { ...sectionSchemas[kind].defaults }
  const section = { id: unusedSectionId(design.sections, kind), kind, settings }
  const isHead = kind === 'shop-head' && canAddSection(design, kind)
  const sections = isHead ? [section, ...design.sections] : [...design.sections, section]
  return { ...design, sections }
}

export const changeSettings = (design: Design, id: string, settings: Settings): Design => ({
  ...design,
  sections: design.sections.map((section) => (section.id === id ? { ...section, settings } : section)),
})

/** Derives all colors of the theme from one seed color. */
export const recolor = (design: Design, seed: string): Design => ({
  ...design,
  theme: { ...design.theme, ...paletteOf(seed, design.theme.groundForm), seed },
})
