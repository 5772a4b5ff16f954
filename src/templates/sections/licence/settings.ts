import type { SectionPlacement } from '../../section-placement'
import type { SettingsOf } from '../../setting-schemas'
import type { schema } from './schema'

export const licenceBases = ['none', 'produce', 'handicraft', 'services', 'small', 'licensed'] as const

/**
 * The disclosure the E-Commerce Law requires of a shop (art. 15): its licence, or the ground of art. 10 on which it needs no
 * registration. `none` until the owner has filled it in.
 */
export type LicenceSettings = SettingsOf<typeof schema>

export const LICENCE_PHOTOS = 2

export const licenceDefaults: LicenceSettings = {
  title: '',
  basis: 'none',
  holder: '',
  number: '',
  photos: [],
}

export const placement: SectionPlacement = { loading: 'lazy' }
