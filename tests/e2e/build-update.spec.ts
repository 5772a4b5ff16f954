import { ordersWords } from '@/locales/order/orders'
import { homeWords } from '@/locales/shop/home'
import { SCREENS } from './phone/phone'
import { expect, test } from './test'

/** A page loaded before a deployment, whose chunks the new build no longer has. */

test.use({ viewport: SCREENS.small, hasTouch: true, serviceWorkers: 'block' })

test('page loaded before a deployment navigates to a page of the new build', async ({
  page,
  sharedServer,
}) => {
  const orders = page.getByText(homeWords.orders, { exact: true })
  await page.goto(`${sharedServer.server.origin}/`)
  await expect(orders).toBeVisible()
  // chunks that are not loaded yet no longer exist
  const missing: string[] = []
  await page.route('**/js/**', async (route) => {
    if (page.url().endsWith('/orders')) return route.continue()
    missing.push(route.request().url())
    await route.fulfill({ status: 404, body: '' })
  })
  await orders.tap()
  await expect(page).toHaveURL(/\/orders$/)
  await expect(page.getByText(ordersWords.mineEmptyTitle)).toBeVisible()
  expect(missing.length).toBeGreaterThan(0)
  // back returns to the previous page
  await page.goBack()
  await expect(orders).toBeVisible()
})
