import type { Draw } from './draw'
import type { Further } from './further'

let loaded: Readonly<Record<string, Draw>> | null = null

/** On H5 a part of their own; the server has loaded them before it draws. */
export const further: Further = {
  now: () => loaded,
  load: async () => {
    loaded ??= (await import(/* webpackChunkName: "further-sections" */ './further-sections')).furtherSections
  },
}
