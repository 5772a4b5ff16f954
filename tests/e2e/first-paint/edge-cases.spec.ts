import type { Browser } from '@playwright/test'
import { goodsWords } from '@/locales/product/goods'
import { ApiClient } from '../../support/api-client'
import { openStockedShop } from '../../support/stocked-shop'
import { longRunUnless } from '../long-run'
import { expect, test } from '../test'
import { looksOf, type Visitor, visit } from './visitor'

const NARROW = { width: 320, height: 568 }

let origin: string
let browser: Browser
let visitor: Visitor | undefined

test.beforeEach(({ browser: given, sharedServer: { server } }) => {
  browser = given
  origin = server.origin
})
test.afterEach(async () => {
  expect(visitor?.errors ?? []).toEqual([])
  await visitor?.context.close()
  visitor = undefined
})
async function openShop(slug: string) {
  visitor = await visit(browser, `${origin}/s/${slug}`, NARROW)
  return visitor
}

/** Names of the maximum length with content that is special in HTML, JSON, `replace` or text layout. */
const NAMES = {
  'closes the script element': '</script><img src=1>',
  'contains a script': '"><img onerror=x()>',
  'is a replacement pattern': "$`$'$&$1</title>",
  'runs from right to left': 'متجر الجوز (1)',
  'consists of joined emoji': '👩🏽‍🌾🌰'.repeat(4),
  'is one wide word': 'W'.repeat(20),
}

for (const [what, name] of Object.entries(NAMES))
  test(
    `first paint renders a shop name that ${what} as plain text`,
    longRunUnless(name === Object.values(NAMES)[0]),
    async () => {
      const { slug } = await openStockedShop(origin, { goods: 3, more: { name } })
      const { page, boot, shift } = await openShop(slug)
      const before = await looksOf(page, '#first-paint')
      const heading = page.getByRole('heading', { level: 1 })
      expect([await heading.textContent(), await page.title()]).toEqual([name, name])
      await expect(page.locator('img[src="1"], img[onerror]')).toHaveCount(0)
      const [wide, room] = await page
        .locator('#first-paint')
        .evaluate((layer) => [layer.scrollWidth, layer.clientWidth])
      expect(wide).toBe(room)
      await boot()
      expect(await looksOf(page, '.taro_page')).toEqual(before)
      expect([await heading.textContent(), await page.title()]).toEqual([name, name])
      expect(await shift()).toBeLessThanOrEqual(0.02)
    },
  )

test('first paint of a sold-out shop marks every product and offers none', async () => {
  const owner = await ApiClient.signIn(origin)
  const goods = ['核桃', '花椒'].map((name) => ({ name, price: 2500, stock: 0 }))
  const { slug } = await owner.openShop(goods)
  const { page, boot } = await openShop(slug)
  const before = await looksOf(page, '#first-paint')
  const soldOut = page.getByText(goodsWords.soldOut, { exact: true })
  await expect(soldOut).toHaveCount(2)
  await expect(page.locator('#first-paint .goods__add')).toHaveCount(0)
  await boot()
  expect(await looksOf(page, '.taro_page')).toEqual(before)
  await expect(soldOut).toHaveCount(2)
})
