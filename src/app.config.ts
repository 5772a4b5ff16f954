import { pages } from './routes'

const relativeTo = (root: string, path: string) => path.slice(root.length + 1)

/** The pages of a single-shop app. */
const buyerPages = [
  pages.shop,
  pages.product,
  pages.checkout,
  pages.order,
  pages.orders,
  pages.claim,
  pages.payLink,
  pages.privacy,
]

const allPages = {
  pages: [
    pages.home,
    pages.shop,
    pages.product,
    pages.checkout,
    pages.order,
    pages.orders,
    pages.key,
    pages.privacy,
  ],
  subPackages: [
    {
      root: 'pages/wizard',
      pages: [relativeTo('pages/wizard', pages.open), relativeTo('pages/wizard', pages.opened)],
    },
    {
      root: 'pages/merchant',
      pages: [
        relativeTo('pages/merchant', pages.merchant),
        relativeTo('pages/merchant', pages.merchantProduct),
        relativeTo('pages/merchant', pages.merchantOrder),
        relativeTo('pages/merchant', pages.claim),
      ],
    },
    { root: 'pages/pay', pages: [relativeTo('pages/pay', pages.payLink)] },
    { root: 'pages/decorate', pages: [relativeTo('pages/decorate', pages.decorate)] },
  ],
  preloadRule: { [pages.home]: { network: 'all' as const, packages: ['pages/wizard'] } },
}

export default defineAppConfig({
  // the build of single-shop apps (config/one-shop.ts)
  ...(process.env.KZ_APP === 'one-shop' ? { pages: buyerPages } : allPages),
  window: {
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black',
    navigationBarTitleText: process.env.KZ_APP === 'one-shop' ? '小店' : '开张',
    backgroundColor: '#f4f6f4',
    backgroundTextStyle: 'dark',
  },
  lazyCodeLoading: 'requiredComponents',
  sitemapLocation: 'sitemap.json',
  __usePrivacyCheck__: true,
})
