import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../../support/chromium'
import { type ServerProcess, startServer } from '../../support/server-process'
import { openStockedShop } from '../../support/stocked-shop'
import { visit } from './visitor'

/** Not localhost, and by plain http: what a browser keeps for secure pages is missing, as for phones in a local network. */
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

const come = (host: string) => visit(browser, `http://${host}:${server.port}/s/${slug}`)
const tapPlus = (page: Page, root: string) => page.locator(`${root} .goods__add`).first().tap()
const count = (page: Page) => page.locator('.taro_page .goods__count').first().textContent()

interface Marked extends Window {
  kept?: boolean
}

/** Leaves for another page and comes back; whether the browser had kept the page as it was. */
async function leaveAndReturn(page: Page): Promise<boolean> {
  await page.evaluate(() => {
    ;(window as Marked).kept = true
  })
  const away = `http://127.0.0.1:${server.port}/api/health`
  await page.goto(away)
  await page.evaluate(() => history.back())
  await page.waitForFunction((address) => location.href !== address, away)
  await page.locator('.page').first().waitFor()
  return page.evaluate(() => (window as Marked).kept === true)
}

test('on an insecure host it is painted, holds taps, and is taken over', async () => {
  const { page, context, errors, boot, shift } = await come(HOST)
  expect(await page.evaluate(() => isSecureContext)).toBe(false)
  await tapPlus(page, '#first-paint')
  await tapPlus(page, '#first-paint')
  await boot()
  expect(await count(page)).toBe('2')
  expect(await shift()).toBeLessThanOrEqual(0.02)
  expect(errors).toEqual([])
  await context.close()
})

test('whoever comes back finds the page as the browser kept it, and each tap counts once', async () => {
  const { page, context, errors, boot } = await come('127.0.0.1')
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
