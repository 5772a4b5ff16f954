import type { Photo } from '@/domain/photo'

/** Where goods come from and when they are in season. An empty `village` means the shop's place. */
export type OriginSettings = {
  title: string
  village: string
  season: string
  words: string
  /** A picture of the place or its map, in place of the drawn hills. */
  photos: Photo[]
}

export const ORIGIN_MOST = 160

export const originDefaults: OriginSettings = { title: '', village: '', season: '', words: '', photos: [] }
