import { lazySections } from './generated/lazy-sections'
import type { LazySectionLoader } from './lazy-sections-types'

/** The mini-program bundles all sections, so nothing is loaded. */
export const lazySectionLoader: LazySectionLoader = {
  loaded: () => lazySections,
  load: async () => undefined,
}
