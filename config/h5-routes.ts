import type { PagePath } from '../src/routes'

/**
 * URL paths of each page on H5. The plain alias comes first, because Taro navigates to it; a page with an alias no longer
 * answers to its raw path.
 */
export const customRoutes: Record<`/${PagePath}`, string | string[]> = {
  '/pages/home/index': '/home',
  '/pages/storefront/shop': ['/shop', '/s/:slug'],
  '/pages/storefront/product': '/product',
  '/pages/storefront/checkout': '/checkout',
  '/pages/orders/order': '/order',
  '/pages/orders/mine': '/orders',
  '/pages/key/index': '/key',
  '/pages/privacy/index': '/privacy',
  '/pages/wizard/open': '/open',
  '/pages/wizard/opened': '/opened',
  '/pages/lesson/join': '/lesson',
  '/pages/merchant/shop': '/merchant',
  '/pages/merchant/product': '/merchant-product',
  '/pages/merchant/order': '/merchant-order',
  '/pages/merchant/claim': '/claim',
  '/pages/merchant/money': '/money',
  '/pages/merchant/payments': '/payments',
  '/pages/merchant/apply': '/apply',
  '/pages/handover/help': '/help',
  '/pages/handover/helps': '/helps',
  '/pages/handover/give': '/hand-over',
  '/pages/handover/take': '/take-over',
  '/pages/handover/log': '/help-log',
  '/pages/handover/make-card': '/make-card',
  '/pages/handover/paper-card': '/paper-card',
  '/pages/pay/ask': '/ask-payment',
  '/pages/pay/link': '/pay',
  '/pages/decorate/index': '/decorate',
  '/pages/centre/index': '/centre',
  '/pages/centre/staff': '/staff',
  '/pages/centre/lesson': '/lesson-desk',
  '/pages/centre/board': '/board',
  '/pages/centre/sheet': '/lesson-sheet',
  '/pages/centre/figures': '/figures',
  '/pages/demo/index': '/demo',
  '/pages/demo/play': '/demo-play',
}
