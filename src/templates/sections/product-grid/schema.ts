import { soldOutPlaces } from '../../goods/visible-products'
import { choice, optional, settings, shortText } from '../../setting-schemas'

export const schema = settings({
  title: shortText,
  lead: optional(choice(['same', 'large'])),
  button: optional(choice(['plus', 'word'])),
  soldOut: choice(soldOutPlaces),
})
