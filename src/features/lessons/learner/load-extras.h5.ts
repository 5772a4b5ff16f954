import type { LoadExtras } from './strip-props'

/** What few learners need is a chunk of its own. */
export const loadExtras: LoadExtras = async () =>
  (await import(/* webpackChunkName: "lesson-extras" */ './extras/extras')).extras
