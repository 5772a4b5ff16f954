import Taro from '@tarojs/taro'
import type { Carried } from './carried-shop'

/** A template that was uploaded once is told by WeChat (`ext.json`) whose app it is. */
function told(): Carried | null {
  const { ext } = Taro.getExtConfigSync() as { ext?: Partial<Carried> }
  return ext?.slug && ext.api ? { ...ext, slug: ext.slug, api: ext.api } : null
}

/** The file beside the scripts that the compiler writes; webpack leaves it outside. */
const inside = __non_webpack_require__('./carried-shop.js') as Partial<Carried>
const known: Carried | null = inside.slug ? (inside as Carried) : told()

/** The shop that the compiler has put beside the scripts of this app. */
export const carried = (): Carried | null => known
