import type { SectionPlacement } from '../../section-placement'
import type { SettingsOf } from '../../setting-schemas'
import type { schema } from './schema'

/** Products below one another, with a small or a large picture. An empty title shows none. */
export type ProductListSettings = SettingsOf<typeof schema>

export const productListDefaults: ProductListSettings = { title: '', picture: 'small', soldOut: 'last' }

export const placement: SectionPlacement = { loading: 'core', order: 5 }
