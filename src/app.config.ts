import { pages } from './routes'

const inside = (root: string, path: string) => path.slice(root.length + 1)

/** What people need who buy. */
const forBuyers = [pages.shop, pages.product, pages.checkout, pages.order, pages.orders, pages.privacy]

const everything = {
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
      pages: [inside('pages/wizard', pages.open), inside('pages/wizard', pages.opened)],
    },
    {
      root: 'pages/merchant',
      pages: [
        inside('pages/merchant', pages.merchant),
        inside('pages/merchant', pages.merchantProduct),
        inside('pages/merchant', pages.merchantOrder),
      ],
    },
    { root: 'pages/decorate', pages: [inside('pages/decorate', pages.decorate)] },
  ],
  preloadRule: { [pages.home]: { network: 'all' as const, packages: ['pages/wizard'] } },
}

export default defineAppConfig({
  // the engine of apps of one shop (config/one-shop.ts)
  ...(process.env.KZ_APP === 'one-shop' ? { pages: forBuyers } : everything),
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
