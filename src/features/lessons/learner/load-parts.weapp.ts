import { LeaveSheet, PointerMark } from './extras/extras'
import { LessonStrip } from './strip/lesson-strip'
import type { LoadExtras, StripLoader } from './strip-props'

/** The mini-program has all parts in the wizard's package, so nothing is loaded. */
export const stripLoader: StripLoader = {
  loaded: () => LessonStrip,
  load: async () => LessonStrip,
}

export const loadExtras: LoadExtras = async () => ({ LeaveSheet, PointerMark })
