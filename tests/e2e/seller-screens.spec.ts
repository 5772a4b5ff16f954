import type { Page } from 'playwright-core'
import { orderActionWords } from '@/locales/order/order'
import { orderLimitsWords } from '@/locales/order/order-limits'
import { productFormWords, productListWords } from '@/locales/product/products'
import { merchantDashboardWords } from '@/locales/shop/merchant-dashboard'
import { settingsWords } from '@/locales/shop/settings'
import { settingsRowsWords } from '@/locales/shop/settings-rows'
import { todayWords } from '@/locales/shop/today'
import { ApiClient, newId } from '../support/api-client'
import { waitForIdle } from './audit/page-idle'
import { unpaidOrder } from './journey/unpaid-order'
import { LONG_RUN } from './long-run'
import { type InspectablePhone, SCREENS } from './phone/phone'
import { changeSettings, claimOrder, type Order, placeOrder, signIn, takeOrderStep } from './screens/api'
import { expect, test } from './test'

const { tabs } = merchantDashboardWords
const { select } = orderLimitsWords
const words = (action: 'accept' | 'send' | 'finish' | 'undo-finish') =>
  orderActionWords(action, unpaidOrder(action === 'undo-finish' ? 'done' : 'placed', 'local'), 'owner')

const WAITING = 20
const ORDERS = 40

/** Opens a shop with twelve products on the phone of its owner. */
async function openShop(owner: InspectablePhone) {
  const shopId = newId()
  const products = Array.from({ length: 12 }, (_, at) => ({
    ...{ id: newId(), name: `货品${at + 1}`, unit: '斤', photos: [], onSale: true },
    skus: [{ id: newId(), price: 1200 + at * 100, stock: 900 }],
  }))
  await signIn(owner)
  const opened = await owner.request<{ slug: string }>('PUT', `/api/shops/${shopId}`, {
    trade: 'nuts',
    products,
  })
  return { shopId, slug: opened.slug }
}

/** A buyer of its own, who sends requests without a phone. */
async function newBuyer(origin: string) {
  const client = await ApiClient.signIn(origin)
  return {
    async request<Reply>(method: string, path: string, body?: object): Promise<Reply> {
      const reply = await client.send<Reply>(method, path, body)
      if (reply.status !== 200) throw new Error(`${method} ${path}: ${JSON.stringify(reply.body)}`)
      return reply.body
    },
  }
}

/** Lets buyers place orders: some wait, others are accepted, sent or finished, and two of these have a claim. */
async function fillDay(owner: InspectablePhone, origin: string, slug: string) {
  for (let at = 0; at < ORDERS; at++) {
    const buyer = await newBuyer(origin)
    const order: Order = await placeOrder(buyer, { slug, goods: [[at % 12, 1 + (at % 3)]], kind: 'local' })
    const steps = at < WAITING ? 0 : at < 30 ? 1 : at < 36 ? 2 : 3
    for (const action of ['accept', 'send', 'finish'].slice(0, steps))
      await takeOrderStep(owner, order, action, action === 'accept' ? { detailsVersion: 0 } : {})
    if (at >= ORDERS - 2) await claimOrder(buyer, order, 100)
  }
}

/** Counts the things to tap of the open screen apart from the tab bar, and measures its height in px. */
async function measure(page: Page) {
  await waitForIdle(page)
  return page.evaluate(() => {
    const controls =
      '[role=button],[role=link],[role=checkbox],[role=radio],[role=switch],[role=tab],input,textarea'
    const isShown = (element: Element) =>
      element.getClientRects().length > 0 && !element.closest('.tab-bar, .page__side, [aria-hidden=true]')
    const pages = [...document.querySelectorAll('.page')].filter((one) => one.getClientRects().length > 0)
    return {
      things: [...document.querySelectorAll(controls)].filter(isShown).length,
      height: Math.max(...pages.map((one) => one.scrollHeight)),
    }
  })
}

/** Taps in the page, counted. */
function countTaps(phone: InspectablePhone) {
  let taps = 0
  return {
    taps: () => taps,
    async tap(text: string) {
      await phone.tap(text)
      taps++
    },
    async tapFirst(selector: string, text?: string) {
      const all = phone.page.locator(selector).filter({ visible: true })
      await (text === undefined ? all : all.filter({ hasText: text })).first().click()
      taps++
    },
    async confirm(text: string) {
      await this.tap(text)
      await phone.page.getByRole('dialog').waitFor()
      await this.tap(text)
    },
  }
}

interface Limits {
  things: number
  /** In px. */
  height: number
}

async function expectAtMost(page: Page, screen: string, limits: Limits) {
  const { things, height } = await measure(page)
  expect.soft(things, `things to tap: ${screen}`).toBeLessThanOrEqual(limits.things)
  expect.soft(height, `height: ${screen}`).toBeLessThanOrEqual(limits.height)
}

/** Counts the orders that are whole on the screen, above the tab bar. */
const countWholeRows = (page: Page) =>
  page.locator('.order-row').evaluateAll((all) => {
    const foot = document.querySelector('.page__foot')?.getBoundingClientRect().top ?? window.innerHeight
    return all.filter((row) => {
      const { height, bottom } = row.getBoundingClientRect()
      return height > 0 && bottom <= foot
    }).length
  })

test.describe('the screens of a seller', LONG_RUN, () => {
  const { height } = SCREENS.phone
  let owner: InspectablePhone
  let shop: Awaited<ReturnType<typeof openShop>>

  test.beforeEach(async ({ environment }) => {
    owner = await environment.phone(SCREENS.phone)
    shop = await openShop(owner)
  })

  const open = (tab: string) => owner.open('/merchant', { shop: shop.shopId, tab })

  test('have few things to tap on the first day', async () => {
    await open('today')
    await owner.see(tabs.today)
    await expectAtMost(owner.page, 'first day', { things: 8, height })
    await open('goods')
    await owner.see('货品12')
    await expectAtMost(owner.page, 'twelve goods', { things: 30, height: 1200 })
    await open('shop')
    await owner.see(settingsRowsWords.titles.key)
    await expectAtMost(owner.page, 'shop', { things: 10, height })
    for (const title of Object.values(settingsRowsWords.titles)) {
      await owner.tap(title)
      await owner.page.waitForURL(/part=/)
      await waitForIdle(owner.page)
      expect.soft((await measure(owner.page)).height, title).toBeLessThanOrEqual(1.5 * height)
      await owner.page.goBack()
      await owner.see(settingsRowsWords.visit)
    }
  })

  test('have few things to tap on a busy day and show many orders', async ({ environment }) => {
    await fillDay(owner, environment.server.origin, shop.slug)
    await open('today')
    await owner.see(todayWords.waiting.title(WAITING))
    await expectAtMost(owner.page, 'busy day', { things: 12, height })
    await open('orders')
    const rows = owner.page.locator('.order-row')
    await rows.nth(WAITING - 1).waitFor()
    const count = await rows.count()
    // those to accept, those to send and two claims; rows far below are not rendered yet
    const listed = 32
    await expectAtMost(owner.page, `${listed} orders`, { things: 10 + 2 * count, height: 300 + 110 * listed })
    expect(await countWholeRows(owner.page)).toBeGreaterThanOrEqual(5)
    await owner.page.setViewportSize({ width: 1366, height: 768 })
    await expect.poll(() => countWholeRows(owner.page)).toBeGreaterThanOrEqual(9)
  })

  test('need few taps for an order, for twenty, for a price and for a pause', async ({ environment }) => {
    await changeSettings(owner, shop.shopId, { orderLimits: { waiting: 50 } })
    await fillDay(owner, environment.server.origin, shop.slug)

    await open('today')
    await owner.see(todayWords.waiting.title(WAITING))
    const one = countTaps(owner)
    await one.tap(todayWords.waiting.title(WAITING))
    for (const action of ['accept', 'send', 'finish'] as const)
      await one.tapFirst('.order-row .button', words(action))
    await owner.see(words('undo-finish'))
    expect(one.taps()).toBeLessThanOrEqual(4)

    const left = WAITING - 1
    await open('today')
    await owner.see(todayWords.waiting.title(left))
    const many = countTaps(owner)
    await many.tap(todayWords.waiting.title(left))
    await many.tap(select.start)
    await many.tap(select.all(left))
    await many.confirm(select.accept(left))
    await owner.see(select.done.accept(left))
    await many.confirm(select.send(left))
    await owner.see(select.done.send(left))
    await many.confirm(select.finish(left, true))
    await owner.see(select.done.finish(left))
    expect(many.taps()).toBeLessThanOrEqual(9)

    await open('today')
    await owner.see(tabs.goods)
    const price = countTaps(owner)
    await price.tap(tabs.goods)
    await price.tapFirst('.product-row__numbers')
    await owner.type(productListWords.priceOf('斤', ''), '13')
    await price.tap(productFormWords.save)
    await owner.see('13')
    expect(price.taps()).toBeLessThanOrEqual(3)

    const pause = countTaps(owner)
    await pause.tap(tabs.shop)
    await pause.tap(settingsRowsWords.titles.closure)
    await pause.tap(settingsWords.restUntil)
    await pause.tap(settingsWords.restOpenEnded)
    await owner.see(settingsWords.reopen)
    expect(pause.taps()).toBeLessThanOrEqual(4)
  })
})
