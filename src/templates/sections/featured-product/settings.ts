import type { SectionPlacement } from '../../section-placement'
import type { SettingsOf } from '../../setting-schemas'
import type { schema } from './schema'

/** One product shown large. An empty `productId` means the first that can be bought. */
export type FeaturedProductSettings = SettingsOf<typeof schema>

export const featuredProductDefaults: FeaturedProductSettings = { productId: '' }

export const placement: SectionPlacement = { loading: 'core', order: 6 }
