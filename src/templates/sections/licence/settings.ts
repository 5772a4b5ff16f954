import type { Photo } from '@/domain/photo'

export const licenceBases = ['none', 'produce', 'handicraft', 'services', 'small', 'licensed'] as const

/**
 * What the E-Commerce Law asks a shop to say of itself (art. 15): its licence, or on which ground of art. 10 it needs no
 * registration. `none` while its owner has not said.
 */
export type LicenceSettings = {
  title: string
  basis: (typeof licenceBases)[number]
  holder: string
  number: string
  photos: Photo[]
}

export const LICENCE_PHOTOS = 2

export const licenceDefaults: LicenceSettings = {
  title: '',
  basis: 'none',
  holder: '',
  number: '',
  photos: [],
}
