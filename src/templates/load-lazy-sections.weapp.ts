import { lazySections } from './lazy-sections'
import type { LazySectionLoader } from './lazy-sections-types'

/** A mini-program carries them. */
export const lazySectionLoader: LazySectionLoader = { now: () => lazySections, load: async () => undefined }
