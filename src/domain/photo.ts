import type { Static } from '@sinclair/typebox'
import type { PhotoShape } from '@/contract/product/photos'
import type { Id } from './id'

/** A stored photo. `hash` names its files: equal pictures share them, and they can be cached for ever. */
export type Photo = Static<typeof PhotoShape>

/** Widths in px of the WebP files of each photo. */
export const photoWidths = [375, 750, 1200] as const
export type PhotoWidth = (typeof photoWidths)[number]

export const photoPath = (hash: string, width: PhotoWidth): string => `/photos/${hash}-${width}.webp`

/** The server path of the 5:4 JPEG that chat apps show on a share card. */
export const sharePhotoPath = (hash: string): string => `/photos/${hash}-share.jpg`

/** The largest upload the server accepts; phones shrink photos to `PHONE_PHOTO_BYTES` first. */
export const MAX_PHOTO_BYTES = 8 * 1024 * 1024
export const PHONE_PHOTO_BYTES = 200 * 1024
/** Photos of papers stay larger, so that small print is readable. */
export const PAPER_PHOTO_BYTES = 1024 * 1024
export const MAX_PRODUCT_PHOTOS = 9

/** A photo of a draft; `hash` is set once it is uploaded. */
export interface DraftPhoto {
  id: Id
  hash?: string
}
