import { soldOutPlaces } from '../../goods/visible-products'
import { choice, settings, shortText } from '../../settings-schema'
import { roomForms } from './settings'

export const schema = settings({ title: shortText, form: choice(roomForms), soldOut: choice(soldOutPlaces) })
