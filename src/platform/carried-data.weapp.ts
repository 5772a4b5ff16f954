import Taro from '@tarojs/taro'
import type { Carried } from './carried-shop'

type Told = Partial<Carried>

/**
 * The shop that a template was uploaded for. WeChat answers the `ext` of its settings; other tools answer the settings
 * with `ext` in them.
 */
function told(): Carried | null {
  const config = Taro.getExtConfigSync() as Told & { ext?: Told }
  const { slug, api } = config.ext ?? config
  return slug && api ? { slug, api } : null
}

/** The file beside the scripts that the compiler writes; webpack leaves it outside. */
const inside = __non_webpack_require__('./carried-shop.js') as Told
const known: Carried | null = inside.slug ? (inside as Carried) : told()

/** The shop that the compiler has put beside the scripts of this app. */
export const carried = (): Carried | null => known
