import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/chromium'
import { openLongShop } from '../support/long-shop'
import { walkList } from './walk-list'
import { startWalkWorld, type WalkWorld } from './walk-world'

const KB = 1024

describe('a shop with 500 products in the mini-program', () => {
  let world: WalkWorld
  let browser: Browser

  beforeAll(async () => {
    world = await startWalkWorld()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  test.each(['woodgrain', 'orchard', 'plain'])(
    'the look %s opens with little, a tap on + sends little, and only what is near the screen is there',
    async (template) => {
      const { slug, names } = await openLongShop(world.origin, { template })
      const app = await world.app(browser)
      try {
        const walked = await walkList(app, slug, names)
        expect(walked.opening).toBeLessThanOrEqual(15 * KB)
        expect(walked.nextTap).toBeLessThanOrEqual(300)
        expect(walked.largestScroll).toBeLessThanOrEqual(60 * KB)
        expect(walked.cards).toBeGreaterThan(0)
        expect(walked.cards).toBeLessThanOrEqual(60)
        expect(await app.errors()).toEqual([])

        // back up is what was there, with what was put in the cart
        await app.page.evaluate(() => window.scrollTo(0, 0))
        await app.find(`[aria-label^="${names.first}，已选 1 份"]`).waitFor()
        await app.page.getByText(names.last, { exact: true }).waitFor({ state: 'detached' })
      } finally {
        await app.close()
      }
    },
  )
})
