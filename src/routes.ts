import { embeddedShop } from '@/platform/embedded-shop/embedded-shop'

/** All pages by the name that features use. A page's file is `src/<path>.tsx`; its H5 path is in `config/h5-routes.ts`. */
export const pages = {
  home: 'pages/home/index',
  shop: 'pages/storefront/shop',
  product: 'pages/storefront/product',
  checkout: 'pages/orders/checkout',
  order: 'pages/orders/order',
  orders: 'pages/orders/mine',
  findGoods: 'pages/orders/find-goods',
  key: 'pages/key/index',
  privacy: 'pages/privacy/index',
  // rarely needed, in a package that is as small
  report: 'pages/privacy/report',
  hiddenParts: 'pages/privacy/hidden',
  documents: 'pages/privacy/documents',
  ownApp: 'pages/privacy/own-app',
  open: 'pages/wizard/open',
  opened: 'pages/wizard/opened',
  joinLesson: 'pages/lesson/join',
  merchant: 'pages/merchant/shop',
  merchantProduct: 'pages/merchant/product',
  merchantOrder: 'pages/merchant/order',
  money: 'pages/books/money',
  alerts: 'pages/merchant/alerts',
  printOrders: 'pages/books/print',
  settings: 'pages/merchant/settings',
  // in the seller's package, so that it costs buyers nothing before they need it
  claim: 'pages/merchant/claim',
  payments: 'pages/payments/guide',
  apply: 'pages/payments/apply',
  help: 'pages/handover/help',
  helps: 'pages/handover/helps',
  handOver: 'pages/handover/give',
  takeOver: 'pages/handover/take',
  helpLog: 'pages/handover/log',
  makeCard: 'pages/handover/make-card',
  paperCard: 'pages/handover/paper-card',
  closing: 'pages/handover/closing',
  groupBuy: 'pages/group-buy/index',
  groupBuys: 'pages/group-buys/list',
  editGroupBuy: 'pages/group-buys/edit',
  groupBuyOrders: 'pages/group-buys/orders',
  pasteGroupBuy: 'pages/group-buys/paste',
  askPayment: 'pages/pay/ask',
  payLink: 'pages/pay/link',
  share: 'pages/pay/share',
  decorate: 'pages/decorate/index',
  centre: 'pages/centre/index',
  staff: 'pages/centre/staff',
  lessonConsole: 'pages/centre/lesson',
  board: 'pages/centre/board',
  lessonSheet: 'pages/centre/sheet',
  figures: 'pages/centre/figures',
  // on H5 only
  console: 'pages/console/index',
  demo: 'pages/demo/index',
  demoPlay: 'pages/demo/play',
} as const

export type Page = keyof typeof pages
export type PagePath = (typeof pages)[Page]

/** In a single-shop app the shop's page replaces the home page. */
const resolvePage = (page: Page): Page => (page === 'home' && embeddedShop() ? 'shop' : page)

/** The URL of a page with parameters, for `Taro.navigateTo`. */
export function urlOf(page: Page, params: Record<string, string> = {}): string {
  const query = Object.entries(params)
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&')
  return `/${pages[resolvePage(page)]}${query ? `?${query}` : ''}`
}
