import type { EmbeddedShop } from '@/platform/embedded-shop/embedded-shop-types'
import { prepare, screenOf } from '../server/first-paint/screen'
import { asAppOf } from './rendered-shop'
import type { ShopSource } from './shop-source'

/** A shop's first screen as its own app shows it. Call `prepare` once before. */
export function renderShop({ storefront, api, at }: ShopSource, pictures: Record<string, string> = {}) {
  const { slug } = storefront.shop
  const embeddedShop: EmbeddedShop = { slug, api, at, storefront, pictures }
  return asAppOf(embeddedShop, () => screenOf(slug, storefront))
}

export { prepare }
