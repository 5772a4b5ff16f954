import { contentChoice, photos, settings, shortText } from '../../settings-schema'
import { LICENCE_PHOTOS, type LicenceSettings, licenceBases, licenceDefaults } from './settings'

export const kind = 'licence'
export const defaults: LicenceSettings = licenceDefaults
export const schema = settings({
  title: shortText,
  basis: contentChoice(licenceBases),
  holder: shortText,
  number: shortText,
  photos: photos(LICENCE_PHOTOS),
})
