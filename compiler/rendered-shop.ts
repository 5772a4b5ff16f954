import type { EmbeddedShop } from '@/platform/embedded-shop/embedded-shop-types'

let shown: EmbeddedShop | null = null

/** Stands in for `@/platform/embedded-shop/embedded-shop` where a first screen is rendered: the shop that is being rendered. */
export const embeddedShop = (): EmbeddedShop | null => shown

/** Renders something as the app of a shop does; at once, so that no other shop can come in between. */
export function asAppOf<T>(shop: EmbeddedShop, render: () => T): T {
  shown = shop
  try {
    return render()
  } finally {
    shown = null
  }
}
