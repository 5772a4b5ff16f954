import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../../support/chromium'
import { type ServerProcess, startServer } from '../../support/server-process'
import { openStockedShop } from '../../support/stocked-shop'
import { visit } from './visitor'

/** A plain-http host other than localhost, where secure-context features are missing, as in a local network. */
const HOST = 'phone.test'

let server: ServerProcess
let browser: Browser
let slug: string

beforeAll(async () => {
  server = await startServer({ RATE_LIMIT: 'off', ALLOWED_HOSTS: HOST })
  browser = await launchBrowser(
    [`--host-resolver-rules=MAP ${HOST} 127.0.0.1`],
    ['--disable-back-forward-cache'],
  )
  slug = (await openStockedShop(server.origin)).slug
})
afterAll(async () => {
  await browser?.close()
  await server?.dispose()
})

const openShop = (host: string) => visit(browser, `http://${host}:${server.port}/s/${slug}`)
const tapPlus = (page: Page, root: string) => page.locator(`${root} .goods__add`).first().tap()
const count = (page: Page) => page.locator('.taro_page .goods__count').first().textContent()

interface Marked extends Window {
  isRestored?: boolean
}

/** Navigates away and back; true if the page came from the back/forward cache. */
async function leaveAndReturn(page: Page): Promise<boolean> {
  await page.evaluate(() => {
    ;(window as Marked).isRestored = true
  })
  const otherPage = `http://127.0.0.1:${server.port}/api/health`
  await page.goto(otherPage)
  await page.evaluate(() => history.back())
  await page.waitForFunction((address) => location.href !== address, otherPage)
  await page.locator('.page').first().waitFor()
  return page.evaluate(() => (window as Marked).isRestored === true)
}

describe('first paint', () => {
  it('is hydrated on an insecure host and replays its taps', async () => {
    const { page, context, errors, boot, shift } = await openShop(HOST)
    expect(await page.evaluate(() => isSecureContext)).toBe(false)
    await tapPlus(page, '#first-paint')
    await tapPlus(page, '#first-paint')
    await boot()
    expect(await count(page)).toBe('2')
    expect(await shift()).toBeLessThanOrEqual(0.02)
    expect(errors).toEqual([])
    await context.close()
  })

  it('is not repeated when the page comes from the back/forward cache, and taps count once', async () => {
    const { page, context, errors, boot } = await openShop('127.0.0.1')
    await boot()
    await tapPlus(page, '.taro_page')
    expect(await count(page)).toBe('1')
    expect(await leaveAndReturn(page)).toBe(true)
    expect(await count(page)).toBe('1')
    await tapPlus(page, '.taro_page')
    await page.waitForFunction(() => document.querySelector('.taro_page .goods__count')?.textContent !== '1')
    expect(await count(page)).toBe('2')
    expect(await page.locator('#first-paint').count()).toBe(0)
    expect(errors).toEqual([])
    await context.close()
  })
})
