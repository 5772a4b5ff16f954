import { longText, photos, settings, shortText } from '../../setting-schemas'
import { ORIGIN_MOST } from './settings'

export const schema = settings({
  title: shortText,
  village: shortText,
  season: shortText,
  words: longText(ORIGIN_MOST),
  photos: photos(1),
})
