import Taro from '@tarojs/taro'
import type { EmbeddedShop } from './embedded-shop-types'

type PartialShop = Partial<EmbeddedShop>

/**
 * The shop of an uploaded template, from `ext.json`. WeChat returns the `ext` object itself; other tools return the
 * settings that contain it.
 */
function readExtConfig(): EmbeddedShop | null {
  const config = Taro.getExtConfigSync() as PartialShop & { ext?: PartialShop }
  const { slug, api } = config.ext ?? config
  return slug && api ? { slug, api } : null
}

/** The file that the compiler writes beside the scripts; webpack does not bundle it. */
const bundled = __non_webpack_require__('./embedded-shop.js') as PartialShop
const embedded: EmbeddedShop | null = bundled.slug ? (bundled as EmbeddedShop) : readExtConfig()

/** The shop data that the compiler has written beside this app's scripts. */
export const embeddedShop = (): EmbeddedShop | null => embedded
