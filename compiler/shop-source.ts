import type { Storefront } from '@/features/storefront/use-storefront'

export interface ShopSource {
  storefront: Storefront
  /** Time of the data (epoch ms). */
  at: number
  /** Origin that the app sends orders to, without a trailing slash. */
  api: string
  /** Reads a file by its server path, like `/photos/…`; `undefined` when there is none. */
  picture(path: string): Promise<Buffer | undefined>
}
