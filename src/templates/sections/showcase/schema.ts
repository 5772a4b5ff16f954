import { soldOutPlaces } from '../../goods/visible-products'
import { choice, settings, shortText } from '../../settings-schema'

export const schema = settings({ title: shortText, soldOut: choice(soldOutPlaces) })
