import { contentChoice, photos, settings, shortText } from '../../setting-schemas'
import { LICENCE_PHOTOS, licenceBases } from './settings'

export const schema = settings({
  title: shortText,
  basis: contentChoice(licenceBases),
  holder: shortText,
  number: shortText,
  photos: photos(LICENCE_PHOTOS),
})
