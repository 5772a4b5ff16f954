import { idOrNone, settings } from '../../settings-schema'
import { type FeaturedProductSettings, featuredProductDefaults } from './settings'

export const kind = 'featured-product'
export const defaults: FeaturedProductSettings = featuredProductDefaults
export const schema = settings({ productId: idOrNone })
