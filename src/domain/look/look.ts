import type { Static } from '@sinclair/typebox'
import type { LookShape, OutlineShape, PlacedSectionShape } from '@/contract/shop/looks'

/** One section of a look. `settings` matches the schema of its kind. */
export type PlacedSection = Static<typeof PlacedSectionShape>

/** A shop's copy of a template: the template's name and version, the theme and the sections in order. */
export type Look = Static<typeof LookShape>

/** Current format version of looks and of their sections' settings. */
export const LOOK_FORMAT = 3

export const MAX_SECTIONS = 40

/** The part of a look that its thumbnail needs: the theme and the layout of the first sections. */
export type LookOutline = Static<typeof OutlineShape>

/** The number of sections in an outline; more than a thumbnail has room for. */
export const OUTLINE_SECTIONS = 8

/** Settings that describe a section's layout, not its content. */
const LAYOUT_SETTINGS: readonly string[] = ['form', 'picture']

export const outlineOf = ({ theme, sections }: Look): LookOutline => ({
  theme,
  sections: sections.slice(0, OUTLINE_SECTIONS).map(({ kind, settings }) => ({
    kind,
    settings: Object.fromEntries(Object.entries(settings).filter(([name]) => LAYOUT_SETTINGS.includes(name))),
  })),
})
