import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'

/** Every page, by the name that features use. A page file lives at `src/<path>.tsx`; its H5 address is in `config/h5-routes.ts`. */
export const pages = {
  home: 'pages/home/index',
  shop: 'pages/storefront/shop',
  product: 'pages/storefront/product',
  checkout: 'pages/storefront/checkout',
  order: 'pages/orders/order',
  orders: 'pages/orders/mine',
  key: 'pages/key/index',
  privacy: 'pages/privacy/index',
  open: 'pages/wizard/open',
  opened: 'pages/wizard/opened',
  merchant: 'pages/merchant/shop',
  merchantProduct: 'pages/merchant/product',
  merchantOrder: 'pages/merchant/order',
  decorate: 'pages/decorate/index',
} as const

export type Page = keyof typeof pages
export type PagePath = (typeof pages)[Page]

/** An app of one shop has no other front door than the shop. */
const doorOf = (page: Page): Page => (page === 'home' && embeddedShop() ? 'shop' : page)

/** A page's address for `Taro.navigateTo`, with its parameters. */
export function urlOf(page: Page, params: Record<string, string> = {}): string {
  const query = Object.entries(params)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&')
  return `/${pages[doorOf(page)]}${query ? `?${query}` : ''}`
}
