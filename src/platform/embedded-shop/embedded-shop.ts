import type { EmbeddedShop } from './embedded-shop-types'

/**
 * The shop that this app is of. The app of all shops carries none; the build of an app of one shop reads
 * `carried-data` here (`config/one-shop.ts`), and so does whoever renders its first screen.
 */
export const embeddedShop = (): EmbeddedShop | null => null
