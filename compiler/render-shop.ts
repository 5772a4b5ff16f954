import type { Carried } from '@/platform/carried-shop'
import { prepare, screenOf } from '../server/first-paint/screen'
import { asAppOf } from './rendered-shop'
import type { ShopSource } from './shop-source'

/** A shop's first screen as its own app shows it. Call `prepare` once before. */
export function renderShop({ storefront, api, at }: ShopSource, pictures: Record<string, string> = {}) {
  const { slug } = storefront.shop
  const carried: Carried = { slug, api, at, storefront, pictures }
  return asAppOf(carried, () => screenOf(slug, storefront))
}

export { prepare }
