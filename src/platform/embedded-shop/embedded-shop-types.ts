/** What an app of one shop brings along of it. Written by the compiler, read by `carried-data`. */
export interface EmbeddedShop {
  slug: string
  /** Origin of the API, without a trailing slash. */
  api: string
  /** When `storefront` was so (epoch ms). */
  at?: number
  /** The answer to `GET /api/storefronts/:slug`, to be shown before there is a newer one. */
  storefront?: unknown
  /** Pictures inside the app, and on the web voices, too, by the path that the server has them at. */
  pictures?: Record<string, string>
}
