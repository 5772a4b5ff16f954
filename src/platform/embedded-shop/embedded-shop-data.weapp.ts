import Taro from '@tarojs/taro'
import type { EmbeddedShop } from './embedded-shop-types'

type Told = Partial<EmbeddedShop>

/**
 * The shop that a template was uploaded for. WeChat answers the `ext` of its settings; other tools answer the settings
 * with `ext` in them.
 */
function told(): EmbeddedShop | null {
  const config = Taro.getExtConfigSync() as Told & { ext?: Told }
  const { slug, api } = config.ext ?? config
  return slug && api ? { slug, api } : null
}

/** The file beside the scripts that the compiler writes; webpack leaves it outside. */
const inside = __non_webpack_require__('./carried-shop.js') as Told
const known: EmbeddedShop | null = inside.slug ? (inside as EmbeddedShop) : told()

/** The shop that the compiler has put beside the scripts of this app. */
export const embeddedShop = (): EmbeddedShop | null => known
