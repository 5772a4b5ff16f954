import type { EmbeddedShop } from '@/platform/embedded-shop/embedded-shop-types'

let shown: EmbeddedShop | null = null

/** Replaces `@/platform/embedded-shop/embedded-shop` in the compiler: the shop that is being rendered. */
export const embeddedShop = (): EmbeddedShop | null => shown

/** Renders synchronously with `shop` as the embedded shop, so that renders cannot mix. */
export function renderAsApp<T>(shop: EmbeddedShop, render: () => T): T {
  shown = shop
  try {
    return render()
  } finally {
    shown = null
  }
}
