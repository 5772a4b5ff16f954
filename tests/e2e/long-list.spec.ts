import { goodsWords } from '@/locales/goods'
import { openLongShop } from '../support/long-shop'
import { walkList } from '../weapp/walk-list'
import { LONG_RUN } from './long-run'
import { WeappPhone } from './phone/weapp-phone'
import { expect, test } from './test'

const KB = 1024

test.describe('a shop with 500 products in the mini-program', () => {
  test.use({ kind: 'weapp', phoneScreen: { width: 375, height: 667 } })

  for (const template of ['woodgrain', 'orchard', 'plain'])
    test(
      `the look ${template} opens with little, a tap on + sends little, and only what is near the screen is there`,
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
