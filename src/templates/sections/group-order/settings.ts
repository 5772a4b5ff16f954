import type { SectionPlacement } from '../../section-placement'
import type { SettingsOf } from '../../setting-schemas'
import type { schema } from './schema'

/** Products as the numbered lines of a 接龙, with a note and a last day. An empty title shows the section's default title. */
export type GroupOrderSettings = SettingsOf<typeof schema>

export const GROUP_WORDS = 120

export const groupOrderDefaults: GroupOrderSettings = { title: '', words: '', until: '', soldOut: 'last' }

export const placement: SectionPlacement = { loading: 'lazy' }
