import type { SectionDefinition } from './define-section'
import type { LazySectionLoader } from './lazy-sections-types'

let loaded: Readonly<Record<string, SectionDefinition>> | null = null

/** On H5 a part of their own; the server has loaded them before it draws. */
export const lazySectionLoader: LazySectionLoader = {
  now: () => loaded,
  load: async () => {
    loaded ??= (await import(/* webpackChunkName: "lazy-sections" */ './lazy-sections')).lazySections
  },
}
