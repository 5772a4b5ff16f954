import type { Theme } from './theme'

/** One placed section of a look. `settings` fits the schema of its kind. */
export interface PlacedSection {
  id: string
  kind: string
  settings: Record<string, unknown>
}

/** A shop's own copy of a template: what it was made from, its theme and its sections in order. */
export interface Look {
  version: number
  /** Which form of looks this is; older ones are brought to `LOOK_FORMAT` as they are read. */
  format: number
  template: string
  templateVersion: number
  theme: Theme
  sections: PlacedSection[]
}

/** Counts changes of the form of looks, of a section's settings too. */
export const LOOK_FORMAT = 3

export const MAX_SECTIONS = 40

/** As much of a look as a small picture of it needs: its colours, and how its first sections are arranged. */
export interface LookOutline {
  theme: Theme
  sections: Pick<PlacedSection, 'kind' | 'settings'>[]
}

/** More than a small picture has room for. */
export const OUTLINE_SECTIONS = 8

/** The settings that say how a section is arranged, not what stands in it. */
const ARRANGING: readonly string[] = ['form', 'picture']

export const outlineOf = ({ theme, sections }: Look): LookOutline => ({
  theme,
  sections: sections.slice(0, OUTLINE_SECTIONS).map(({ kind, settings }) => ({
    kind,
    settings: Object.fromEntries(Object.entries(settings).filter(([name]) => ARRANGING.includes(name))),
  })),
})
