import { soldOutPlaces } from '../../goods/visible-products'
import { choice, settings, shortText } from '../../setting-schemas'

export const schema = settings({ title: shortText, soldOut: choice(soldOutPlaces) })
