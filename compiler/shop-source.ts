import type { Storefront } from '@/features/storefront/use-storefront'

/** A shop to be compiled, wherever it was read from. */
export interface ShopSource {
  storefront: Storefront
  /** When it was so (epoch ms). */
  at: number
  /** Where its app sends orders: an origin without a trailing slash. */
  api: string
  /** A file that the server has at this path, `/photos/…`; `undefined` when there is none. */
  picture(path: string): Promise<Buffer | undefined>
}
