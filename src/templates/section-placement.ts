/** The bundle and the list position of a section. `scripts/generate.mjs` reads it from each section's `settings.ts`. */
export interface SectionPlacement {
  /** `core`: every storefront loads it. `lazy`: H5 loads it only for looks that have it. */
  loading: 'core' | 'lazy'
  /** The place in the editor's list; sections without one follow by name. */
  order?: number
}
