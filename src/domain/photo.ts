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

/**
 * Sizes in px of the crops of a photo around what it shows: a shop's logo, and its banner in the head of a phone and of a computer. The
 * server makes them, because an image of a mini-program knows no focal point.
 */
export const photoCrops = {
  logo: { width: 240, height: 240 },
  head: { width: 780, height: 400 },
  'head-wide': { width: 1600, height: 300 },
} as const
export type PhotoCrop = keyof typeof photoCrops

export const cropPath = (hash: string, crop: PhotoCrop): string => `/photos/${hash}-${crop}.webp`

/** The photos that a shop shows beside its name, with the crops that are made of each. */
export const shopPhotoCrops = {
  logo: ['logo'],
  banner: ['head', 'head-wide'],
} as const satisfies Record<string, readonly PhotoCrop[]>
export type ShopPhotoName = keyof typeof shopPhotoCrops
export const shopPhotoNames = ['logo', 'banner'] as const satisfies readonly ShopPhotoName[]

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
