import type { SectionPlacement } from '../../section-placement'
import type { SettingsOf } from '../../setting-schemas'
import type { schema } from './schema'

/** Products below one another, each with a large picture. An empty title shows none. */
export type ShowcaseSettings = SettingsOf<typeof schema>

export const showcaseDefaults: ShowcaseSettings = { title: '', soldOut: 'last' }

export const placement: SectionPlacement = { loading: 'lazy' }
