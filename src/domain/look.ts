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
