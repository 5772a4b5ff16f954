import type { Further } from './further'
import { furtherSections } from './further-sections'

/** A mini-program carries them. */
export const further: Further = { now: () => furtherSections, load: async () => undefined }
