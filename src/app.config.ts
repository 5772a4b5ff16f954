import { type PagePath, pages } from './routes'

const relativeTo = (root: string, path: string) => path.slice(root.length + 1)

const paymentPages = [pages.askPayment, pages.payLink].map((page) => relativeTo('pages/pay', page))

/** Pages that few buyers need, in a package of their own. */
const payPackage = { root: 'pages/pay', pages: [...paymentPages, relativeTo('pages/pay', pages.share)] }

/** A group buy, for buyers: most come from a link in a chat. */
const groupBuyPackage = { root: 'pages/group-buy', pages: [relativeTo('pages/group-buy', pages.groupBuy)] }

/** The group buys of a shop, for its owner. */
const groupBuysPackage = {
  root: 'pages/group-buys',
  pages: [pages.groupBuys, pages.editGroupBuy, pages.groupBuyOrders, pages.pasteGroupBuy].map((page) =>
    relativeTo('pages/group-buys', page),
  ),
}

/** How a seller can be paid, and the application for it: needed once. */
const paymentsPackage = {
  root: 'pages/payments',
  pages: [pages.payments, pages.apply].map((page) => relativeTo('pages/payments', page)),
}

/** The ledger and the printing of orders, which a seller opens now and then. */
const booksPackage = {
  root: 'pages/books',
  pages: [pages.money, pages.printOrders].map((page) => relativeTo('pages/books', page)),
}

/** The pages of help, of handing over and closing a shop, and of the paper card. */
const handoverPackage = {
  root: 'pages/handover',
  pages: [
    relativeTo('pages/handover', pages.help),
    relativeTo('pages/handover', pages.helps),
    relativeTo('pages/handover', pages.handOver),
    relativeTo('pages/handover', pages.takeOver),
    relativeTo('pages/handover', pages.helpLog),
    relativeTo('pages/handover', pages.makeCard),
    relativeTo('pages/handover', pages.paperCard),
    relativeTo('pages/handover', pages.closing),
  ],
}

/** Checkout and the pages after it; the package is loaded while buyers look at a shop. */
const orderPackage = {
  root: 'pages/orders',
  pages: [pages.checkout, pages.order, pages.orders, pages.findGoods].map((page) =>
    relativeTo('pages/orders', page),
  ),
}
const whileLooking = { network: 'all' as const, packages: [orderPackage.root] }
const orderPreload = { [pages.shop]: whileLooking, [pages.product]: whileLooking }

/** Read once, if at all. @param more further pages of it */
const privacyPackage = (...more: PagePath[]) => ({
  root: 'pages/privacy',
  pages: [pages.privacy, pages.report, ...more].map((page) => relativeTo('pages/privacy', page)),
})

/** The console of operators, who sit at computers. */
const consolePackage = { root: 'pages/console', pages: [relativeTo('pages/console', pages.console)] }

/** The pages of a single-shop app. */
const buyerPages = {
  pages: [pages.shop, pages.product],
  subPackages: [
    orderPackage,
    { root: 'pages/merchant', pages: [relativeTo('pages/merchant', pages.claim)] },
    { root: 'pages/pay', pages: paymentPages },
    groupBuyPackage,
    privacyPackage(),
  ],
  preloadRule: orderPreload,
}

const allPages = {
  pages: [pages.home, pages.shop, pages.product, pages.key],
  subPackages: [
    orderPackage,
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
        relativeTo('pages/merchant', pages.alerts),
        relativeTo('pages/merchant', pages.settings),
      ],
    },
    booksPackage,
    paymentsPackage,
    handoverPackage,
    { root: 'pages/lesson', pages: [relativeTo('pages/lesson', pages.joinLesson)] },
    payPackage,
    groupBuyPackage,
    groupBuysPackage,
    privacyPackage(pages.hiddenParts, pages.documents, pages.ownApp),
    { root: 'pages/decorate', pages: [relativeTo('pages/decorate', pages.decorate)] },
    {
      root: 'pages/centre',
      pages: [
        pages.centre,
        pages.staff,
        pages.lessonConsole,
        pages.board,
        pages.lessonSheet,
        pages.figures,
      ].map((page) => relativeTo('pages/centre', page)),
    },
    ...(process.env.TARO_ENV === 'h5' ? [consolePackage] : []),
    {
      root: 'pages/demo',
      pages: [relativeTo('pages/demo', pages.demo), relativeTo('pages/demo', pages.demoPlay)],
    },
  ],
  preloadRule: { [pages.home]: { network: 'all' as const, packages: ['pages/wizard'] }, ...orderPreload },
}

export default defineAppConfig({
  // the build of single-shop apps (config/one-shop.ts)
  ...(process.env.KZ_APP === 'one-shop' ? buyerPages : allPages),
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
