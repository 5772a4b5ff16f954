import type { Photo } from '@/domain/photo'
import type { SectionPlacement } from '../../section-placement'

export const wallForms = ['even', 'mosaic', 'pinned'] as const

/** Photos of equal size, with the first one large, or as pinned prints. An empty title shows none. */
export type PhotoWallSettings = {
  title: string
  photos: Photo[]
  form: (typeof wallForms)[number]
}

export const WALL_PHOTOS = 9

export const photoWallDefaults: PhotoWallSettings = { title: '', photos: [], form: 'mosaic' }

export const placement: SectionPlacement = { loading: 'lazy' }
