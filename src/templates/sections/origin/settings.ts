import type { Photo } from '@/domain/photo'
import type { SectionPlacement } from '../../section-placement'

/** The origin and season of the products. An empty `village` means the shop's place. */
export type OriginSettings = {
  title: string
  village: string
  season: string
  words: string
  /** A photo or map of the place, which replaces the drawn hills. */
  photos: Photo[]
}

export const MAX_ORIGIN_LENGTH = 160

export const originDefaults: OriginSettings = { title: '', village: '', season: '', words: '', photos: [] }

export const placement: SectionPlacement = { loading: 'lazy' }
