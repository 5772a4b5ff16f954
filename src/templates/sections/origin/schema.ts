import { longText, photos, settings, shortText } from '../../settings-schema'
import { ORIGIN_MOST, type OriginSettings, originDefaults } from './settings'

export const kind = 'origin'
export const defaults: OriginSettings = originDefaults
export const schema = settings({
  title: shortText,
  village: shortText,
  season: shortText,
  words: longText(ORIGIN_MOST),
  photos: photos(1),
})
