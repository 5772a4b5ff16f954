import type { Browser } from 'playwright-core'
import { homeWords } from '@/locales/home'
import { ordersWords } from '@/locales/orders'
import { launchBrowser } from '../support/chromium'
import { type ServerProcess, startServer } from '../support/server-process'
import { SCREENS } from './phone/phone'

/** A page loaded before a deployment, whose chunks the new build no longer has. */

let server: ServerProcess
let browser: Browser
beforeAll(async () => {
  server = await startServer({ RATE_LIMIT: 'off' })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.dispose()
})

test('page loaded before a deployment navigates to a page of the new build', async () => {
  const context = await browser.newContext({
    viewport: SCREENS.small,
    hasTouch: true,
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  await page.goto(`${server.origin}/`)
  await page.getByText(homeWords.orders, { exact: true }).waitFor()
  // chunks that are not loaded yet no longer exist
  const missing: string[] = []
  await page.route('**/js/**', async (route) => {
    if (page.url().endsWith('/orders')) return route.continue()
    missing.push(route.request().url())
    await route.fulfill({ status: 404, body: '' })
  })
  await page.getByText(homeWords.orders, { exact: true }).tap()
  await page.waitForURL('**/orders')
  await page.getByText(ordersWords.mineEmptyTitle).waitFor()
  expect(missing.length).toBeGreaterThan(0)
  // back returns to the previous page
  await page.goBack()
  await page.getByText(homeWords.orders, { exact: true }).waitFor()
  await context.close()
})
