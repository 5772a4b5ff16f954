import type { SectionDefinition } from './define-section'
import type { LazySectionLoader } from './lazy-sections-types'

let loaded: Readonly<Record<string, SectionDefinition>> | null = null

/** On H5 the lazy sections are a separate chunk; the server loads them before it renders. */
export const lazySectionLoader: LazySectionLoader = {
  loaded: () => loaded,
  load: async () => {
    loaded ??= (await import(/* webpackChunkName: "lazy-sections" */ './generated/lazy-sections'))
      .lazySections
  },
}
