import { soldOutPlaces } from '../../goods/visible-products'
import { choice, dayOrNone, longText, settings, shortText } from '../../setting-schemas'
import { GROUP_WORDS } from './settings'

export const schema = settings({
  title: shortText,
  words: longText(GROUP_WORDS),
  /** Last day, `YYYY-MM-DD`, or empty. */
  until: dayOrNone,
  soldOut: choice(soldOutPlaces),
})
