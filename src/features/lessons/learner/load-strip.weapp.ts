import { LessonStrip } from './strip/lesson-strip'
import type { StripLoader } from './strip-props'

/** The mini-program has the strip in the wizard's package, so nothing is loaded. */
export const stripLoader: StripLoader = {
  loaded: () => LessonStrip,
  load: async () => LessonStrip,
}
