import { soldOutPlaces } from '../../goods/visible-products'
import { choice, settings, shortText } from '../../setting-schemas'
import { roomForms } from './settings'

export const schema = settings({ title: shortText, form: choice(roomForms), soldOut: choice(soldOutPlaces) })
