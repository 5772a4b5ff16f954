import type { EmbeddedShop } from '@/platform/embedded-shop/embedded-shop-types'
import { prepare, renderScreen } from '../server/first-paint/screen'
import { renderAsApp } from './rendered-shop'
import type { ShopSource } from './shop-source'

const PHOTO = /\bsrc="[^"]*(\/photos\/[0-9a-f]{32}-[\w-]+\.webp)"/g

/** Server paths of the photos in rendered HTML, in order of appearance, without duplicates. */
export const photosInHtml = (html: string): string[] => [
  ...new Set([...html.matchAll(PHOTO)].map(([, path]) => path ?? '')),
]

/** Renders a shop's first screen as its compiled app shows it. Call `prepare` once before. */
export function renderShop({ storefront, api, at }: ShopSource, pictures: Record<string, string> = {}) {
  const { slug } = storefront.shop
  const embeddedShop: EmbeddedShop = { slug, api, at, storefront, pictures }
  return renderAsApp(embeddedShop, () => renderScreen(slug, storefront))
}

export { prepare }
