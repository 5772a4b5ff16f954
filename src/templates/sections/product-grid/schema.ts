import { soldOutPlaces } from '../../goods/visible-products'
import { choice, settings, shortText } from '../../settings-schema'
import { type ProductGridSettings, productGridDefaults } from './settings'

export const kind = 'product-grid'
export const defaults: ProductGridSettings = productGridDefaults
export const schema = settings({ title: shortText, soldOut: choice(soldOutPlaces) })
