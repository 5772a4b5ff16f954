import type { EmbeddedShop } from './embedded-shop-types'

/**
 * The shop of a single-shop app; `null` in the app of all shops. The build of a single-shop app replaces this module by
 * `embedded-shop-data` (`config/one-shop.ts`), and so does the code that renders its first screen.
 */
export const embeddedShop = (): EmbeddedShop | null => null
