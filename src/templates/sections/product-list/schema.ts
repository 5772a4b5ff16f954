import { soldOutPlaces } from '../../goods/visible-products'
import { choice, settings, shortText } from '../../settings-schema'
import { type ProductListSettings, productListDefaults } from './settings'

export const kind = 'product-list'
export const defaults: ProductListSettings = productListDefaults
export const schema = settings({
  title: shortText,
  picture: choice(['small', 'large']),
  soldOut: choice(soldOutPlaces),
})
