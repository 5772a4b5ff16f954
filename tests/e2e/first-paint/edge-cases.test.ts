import type { Browser } from 'playwright-core'
import { goodsWords } from '@/locales/goods'
import { ApiClient } from '../../support/api-client'
import { launchBrowser } from '../../support/chromium'
import { type ServerProcess, startServer } from '../../support/server-process'
import { openStockedShop } from '../../support/stocked-shop'
import { looksOf, type Visitor, visit } from './visitor'

const NARROW = { width: 320, height: 568 }

let server: ServerProcess
let browser: Browser
let visitor: Visitor | undefined

beforeAll(async () => {
  server = await startServer({ RATE_LIMIT: 'off' })
  browser = await launchBrowser()
})
afterEach(async () => {
  expect(visitor?.errors ?? []).toEqual([])
  await visitor?.context.close()
  visitor = undefined
})
afterAll(async () => {
  await browser?.close()
  await server?.dispose()
})

async function openShop(slug: string) {
  visitor = await visit(browser, `${server.origin}/s/${slug}`, NARROW)
  return visitor
}

/** Names of the maximum length with content that is special in HTML, JSON, `replace` or text layout. */
const NAMES = {
  'closes the script element': '</script><img src=1>',
  'contains a script': '"><img onerror=x()>',
  'is a replacement pattern': "$`$'$&$1</title>",
  'runs from right to left': '\u200fمتجر الجوز (1)\u200f',
  'consists of joined emoji': '👩🏽‍🌾🌰'.repeat(4),
  'is one wide word': 'W'.repeat(20),
}

test.each(Object.entries(NAMES))('first paint renders a shop name that %s as plain text', async (_, name) => {
  const { slug } = await openStockedShop(server.origin, { goods: 3, more: { name } })
  const { page, boot, shift } = await openShop(slug)
  const before = await looksOf(page, '#first-paint')
  const heading = page.getByRole('heading', { level: 1 })
  expect([await heading.textContent(), await page.title()]).toEqual([name, name])
  expect(await page.locator('img[src="1"], img[onerror]').count()).toBe(0)
  const [wide, room] = await page
    .locator('#first-paint')
    .evaluate((layer) => [layer.scrollWidth, layer.clientWidth])
  expect(wide).toBe(room)
  await boot()
  expect(await looksOf(page, '.taro_page')).toEqual(before)
  expect([await heading.textContent(), await page.title()]).toEqual([name, name])
  expect(await shift()).toBeLessThanOrEqual(0.02)
})

test('first paint of a sold-out shop marks every product and offers none', async () => {
  const owner = await ApiClient.signIn(server.origin)
  const goods = ['核桃', '花椒'].map((name) => ({ name, price: 2500, stock: 0 }))
  const { slug } = await owner.openShop(goods)
  const { page, boot } = await openShop(slug)
  const before = await looksOf(page, '#first-paint')
  const soldOut = page.getByText(goodsWords.soldOut, { exact: true })
  expect(await soldOut.count()).toBe(2)
  expect(await page.locator('#first-paint .goods__add').count()).toBe(0)
  await boot()
  expect(await looksOf(page, '.taro_page')).toEqual(before)
  expect(await soldOut.count()).toBe(2)
})
