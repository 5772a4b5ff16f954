import type { LoadExtras } from './strip-props'

/** On H5 the parts that few learners need are a chunk of their own. */
export const loadExtras: LoadExtras = async () =>
  (await import(/* webpackChunkName: "lesson-extras" */ './extras/extras')).extras
