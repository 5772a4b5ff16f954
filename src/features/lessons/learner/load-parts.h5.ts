import type { LessonStripComponent, LoadExtras, StripLoader } from './strip-props'

let loaded: LessonStripComponent | null = null

/** On H5 the strip is a chunk that only learners load. */
export const stripLoader: StripLoader = {
  loaded: () => loaded,
  load: async () => {
    loaded = (await import(/* webpackChunkName: "lesson-strip" */ './strip/lesson-strip')).LessonStrip
    return loaded
  },
}

/** What few learners need is a chunk of its own. */
export const loadExtras: LoadExtras = () => import(/* webpackChunkName: "lesson-extras" */ './extras/extras')
