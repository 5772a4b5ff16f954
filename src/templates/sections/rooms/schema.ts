import { soldOutPlaces } from '../../goods/visible-products'
import { choice, integer, optional, settings, shortText } from '../../setting-schemas'
import { roomForms } from './settings'

export const schema = settings({
  title: shortText,
  form: choice(roomForms),
  best: optional(integer(0, 8)),
  soldOut: choice(soldOutPlaces),
})
