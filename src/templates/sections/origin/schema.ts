import { longText, photos, settings, shortText } from '../../setting-schemas'
import { MAX_ORIGIN_LENGTH } from './settings'

export const schema = settings({
  title: shortText,
  village: shortText,
  season: shortText,
  words: longText(MAX_ORIGIN_LENGTH),
  photos: photos(1),
})
