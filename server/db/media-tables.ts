import type { Moment } from './column-types'

/** `unused_since` is when the photo was uploaded or last released; `photo_use` contains its current uses. */
export interface PhotoTable {
  id: string
  account_id: string
  hash: string
  unused_since: Moment
  /** Total size of its files; `null` until a job has measured them. */
  bytes: number | null
}

/**
 * The products that show a photo, now or in an order. `product_id` is `look` for photos in the shop's looks, `logo` and `banner` for the
 * shop's own, and `claim:` with its id for
 * those of a claim.
 */
export interface PhotoUseTable {
  photo_id: string
  shop_id: string
  product_id: string
}

/** A voice recording, stored like a photo; `ms` is its duration. */
export interface VoiceTable {
  id: string
  account_id: string
  hash: string
  ms: number
  unused_since: Moment
  bytes: number | null
}

/** The shops whose looks use a voice: the draft, the published look, or one in the history. */
export interface VoiceUseTable {
  voice_id: string
  shop_id: string
}
