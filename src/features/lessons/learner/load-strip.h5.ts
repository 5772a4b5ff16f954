import type { LessonStripComponent, StripLoader } from './strip-props'

let loaded: LessonStripComponent | null = null

/** On H5 the strip is a chunk that only learners load. */
export const stripLoader: StripLoader = {
  loaded: () => loaded,
  load: async () => {
    loaded = (await import(/* webpackChunkName: "lesson-strip" */ './strip/lesson-strip')).LessonStrip
    return loaded
  },
}
