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
  template: string
  templateVersion: number
  theme: Theme
  sections: PlacedSection[]
}

export const MAX_SECTIONS = 40
