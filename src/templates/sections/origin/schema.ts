import { longText, photos, settings, shortText } from '../../setting-schemas'
import { MAX_ORIGIN_LENGTH } from './settings'

export const schema = settings({
  title: shortText,
  village: shortText,
  season: shortText,
  words: longText(MAX_ORIGIN_LENGTH),
  /** A photo or map of the place, which replaces the drawn hills. */
  photos: photos(1),
})
