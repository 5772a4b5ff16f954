import { orderLimitsWords } from '@/locales/order/order-limits'
import { goodsWords } from '@/locales/product/goods'
import { openLongShop } from '../support/long-shop'
import { walkList } from '../weapp/walk-list'
import { showOrders } from './journey/seller'
import { LONG_RUN } from './long-run'
import { SCREENS } from './phone/phone'
import { WeappPhone } from './phone/weapp-phone'
import { becomeOwner } from './screens/api'
import { createVisitorPhones } from './screens/visitors'
import { expect, test } from './test'

const KB = 1024

/** The orders of the demo shop: more than a list opens with, fewer than a block of it has. */
const ORDERS = 11

test.describe('a shop with 500 products in the mini-program', () => {
  test.use({ kind: 'weapp', phoneScreen: { width: 375, height: 667 } })

  for (const template of ['woodgrain', 'orchard', 'plain'])
    test(
      `opens with little data, sends little per tap on + and renders only cards near the screen (template ${template})`,
      LONG_RUN,
      async ({ environment, phone }) => {
        if (!(phone instanceof WeappPhone)) throw new Error('not a mini-program')
        const { app, page } = phone
        const { slug, names } = await openLongShop(environment.server.origin, { template })
        const walked = await walkList(app, slug, names)
        expect(walked.opening).toBeLessThanOrEqual(15 * KB)
        expect(walked.nextTap).toBeLessThanOrEqual(300)
        expect(walked.largestScroll).toBeLessThanOrEqual(60 * KB)
        expect(walked.cards).toBeGreaterThan(0)
        expect(walked.cards).toBeLessThanOrEqual(60)

        // back up is what was there, with what was put in the cart
        await page.evaluate(() => window.scrollTo(0, 0))
        await expect(app.find(`[aria-label="${goodsWords.less(names.first)}"]`)).toBeVisible()
        await expect(page.getByText(names.last, { exact: true })).toHaveCount(0)
      },
    )
})

test.describe("a seller's list of orders in the mini-program", () => {
  test(
    'renders every order near the screen as a row and as a choice',
    LONG_RUN,
    async ({ browser, demoServer }) => {
      await demoServer.reset()
      const owner = await createVisitorPhones('weapp', browser, demoServer, SCREENS.phone)()
      const shop = demoServer.shops().find(({ name }) => name.includes('家乡山货铺'))
      if (!shop || !(owner instanceof WeappPhone)) throw new Error('no demo shop in a mini-program')
      const shopId = await becomeOwner(owner, shop)
      await owner.open('/merchant', { shop: shopId, tab: 'orders' })
      await showOrders(owner, 'all')
      await expect(owner.page.locator('.order-row')).toHaveCount(ORDERS)
      await owner.tap(orderLimitsWords.select.start)
      await expect(owner.page.locator('.order-row .choice__mark')).toHaveCount(ORDERS)
      await owner.close()
    },
  )
})
