import type { SectionPlacement } from '../../section-placement'
import type { SettingsOf } from '../../setting-schemas'
import type { schema } from './schema'

/** The first products of one category or of all, on a shelf that scrolls sideways. An empty title shows none. */
export type ShelfSettings = SettingsOf<typeof schema>

export const shelfDefaults: ShelfSettings = { title: '', category: '', most: 6 }

export const placement: SectionPlacement = { loading: 'lazy', order: 11 }
