import { pages } from './routes'

const inside = (root: string, path: string) => path.slice(root.length + 1)

export default defineAppConfig({
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
  ],
  preloadRule: { [pages.home]: { network: 'all', packages: ['pages/wizard'] } },
  window: {
    navigationBarBackgroundColor: '#ffffff',
    navigationBarTextStyle: 'black',
    navigationBarTitleText: '开张',
    backgroundColor: '#f4f6f4',
    backgroundTextStyle: 'dark',
  },
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
})
