import type { EmbeddedShop } from '@/platform/embedded-shop/embedded-shop-types'
import { prepare, renderScreen } from '../server/first-paint/screen'
import { renderAsApp } from './rendered-shop'
import type { ShopSource } from './shop-source'

/** Renders a shop's first screen as its compiled app shows it. Call `prepare` once before. */
export function renderShop({ storefront, api, at }: ShopSource, pictures: Record<string, string> = {}) {
  const { slug } = storefront.shop
  const embeddedShop: EmbeddedShop = { slug, api, at, storefront, pictures }
  return renderAsApp(embeddedShop, () => renderScreen(slug, storefront))
}

export { prepare }
