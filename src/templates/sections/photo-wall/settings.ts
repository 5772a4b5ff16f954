import type { Photo } from '@/domain/photo'

export const wallForms = ['even', 'mosaic', 'pinned'] as const

/** Photos side by side: all alike, the first one large, or pinned up as prints. An empty title shows none. */
export type PhotoWallSettings = {
  title: string
  photos: Photo[]
  form: (typeof wallForms)[number]
}

export const WALL_PHOTOS = 9

export const photoWallDefaults: PhotoWallSettings = { title: '', photos: [], form: 'mosaic' }
