/** The data of its shop that a single-shop app contains. Written by the compiler, read by `embedded-shop-data`. */
export interface EmbeddedShop {
  slug: string
  /** Origin of the API, without a trailing slash. */
  api: string
  /** When `storefront` was read (epoch ms). */
  at?: number
  /** The reply of `GET /api/storefronts/:slug`, shown until a newer one is loaded. */
  storefront?: unknown
  /** Pictures in the app (on the web also voices), by their paths on the server. */
  pictures?: Record<string, string>
}
