import { soldOutPlaces } from '../../goods/visible-products'
import { choice, dayOrNone, longText, settings, shortText } from '../../settings-schema'
import { GROUP_WORDS, type GroupOrderSettings, groupOrderDefaults } from './settings'

export const kind = 'group-order'
export const defaults: GroupOrderSettings = groupOrderDefaults
export const schema = settings({
  title: shortText,
  words: longText(GROUP_WORDS),
  until: dayOrNone,
  soldOut: choice(soldOutPlaces),
})
