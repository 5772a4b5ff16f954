import { soldOutPlaces } from '../../goods/visible-products'
import { choice, dayOrNone, longText, settings, shortText } from '../../settings-schema'
import { GROUP_WORDS } from './settings'

export const schema = settings({
  title: shortText,
  words: longText(GROUP_WORDS),
  until: dayOrNone,
  soldOut: choice(soldOutPlaces),
})
