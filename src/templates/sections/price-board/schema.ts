import { soldOutPlaces } from '../../goods/visible-products'
import { choice, settings, shortText } from '../../settings-schema'
import { boardForms, type PriceBoardSettings, priceBoardDefaults } from './settings'

export const kind = 'price-board'
export const defaults: PriceBoardSettings = priceBoardDefaults
export const schema = settings({ title: shortText, form: choice(boardForms), soldOut: choice(soldOutPlaces) })
