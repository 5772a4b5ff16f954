import type { Browser, Page } from '@playwright/test'
import { WHOLE_BROWSER } from '../../support/chromium'
import { LAN_HOST } from '../../support/lan-host'
import type { ServerProcess } from '../../support/server-process'
import { openStockedShop } from '../../support/stocked-shop'
import { LONG_RUN } from '../long-run'
import { expect, test } from '../test'
import { visit } from './visitor'

// the driver turns the cache off by default
test.use({ launchOptions: { ...WHOLE_BROWSER, ignoreDefaultArgs: ['--disable-back-forward-cache'] } })

async function openShop(browser: Browser, { origin, port }: ServerProcess, host: string) {
  const { slug } = await openStockedShop(origin)
  return visit(browser, `http://${host}:${port}/s/${slug}`)
}
const tapPlus = (page: Page, root: string) => page.locator(`${root} .goods__add`).first().tap()
const count = (page: Page) => page.locator('.taro_page .goods__count').first().textContent()

interface Marked extends Window {
  isRestored?: boolean
}

/** Navigates away and back; true if the page came from the back/forward cache. */
async function leaveAndReturn(page: Page, { origin }: ServerProcess): Promise<boolean> {
  await page.evaluate(() => {
    ;(window as Marked).isRestored = true
  })
  const otherPage = `${origin}/api/health`
  await page.goto(otherPage)
  await page.evaluate(() => history.back())
  await expect(page).not.toHaveURL(otherPage)
  await expect(page.locator('.page').first()).toBeVisible()
  return page.evaluate(() => (window as Marked).isRestored === true)
}

test.describe('first paint', () => {
  test('is hydrated on an insecure host and replays its taps', async ({
    browser,
    sharedServer: { server },
  }) => {
    const { page, context, errors, boot, shift } = await openShop(browser, server, LAN_HOST)
    expect(await page.evaluate(() => isSecureContext)).toBe(false)
    await tapPlus(page, '#first-paint')
    await tapPlus(page, '#first-paint')
    await boot()
    expect(await count(page)).toBe('2')
    expect(await shift()).toBeLessThanOrEqual(0.02)
    expect(errors).toEqual([])
    await context.close()
  })

  test(
    'is not repeated when the page comes from the back/forward cache, and taps count once',
    LONG_RUN,
    async ({ browser, sharedServer: { server } }) => {
      const { page, context, errors, boot } = await openShop(browser, server, '127.0.0.1')
      await boot()
      await tapPlus(page, '.taro_page')
      expect(await count(page)).toBe('1')
      expect(await leaveAndReturn(page, server)).toBe(true)
      expect(await count(page)).toBe('1')
      await tapPlus(page, '.taro_page')
      await expect(page.locator('.taro_page .goods__count').first()).toHaveText('2')
      await expect(page.locator('#first-paint')).toHaveCount(0)
      expect(errors).toEqual([])
      await context.close()
    },
  )
})
