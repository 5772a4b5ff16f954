import { soldOutPlaces } from '../../goods/visible-products'
import { choice, settings, shortText } from '../../setting-schemas'
import { boardForms } from './settings'

export const schema = settings({ title: shortText, form: choice(boardForms), soldOut: choice(soldOutPlaces) })
