import { chromium } from 'playwright-core'
import sharp from 'sharp'
import { alertsWords } from '@/locales/message/alerts'
import { severalOrdersWords } from '@/locales/order/find-orders'
import { orderLimitsWords } from '@/locales/order/order-limits'
import { printOrdersWords } from '@/locales/order/print-orders'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { merchantDashboardWords } from '@/locales/shop/merchant-dashboard'
import { todayWords } from '@/locales/shop/today'
import { type PushSimulator, startPushSimulator } from '../../../mock-server/push/simulator'
import type { PushPayload } from '../../../server/modules/notifications/send-message'
import { WHOLE_BROWSER } from '../../support/chromium'
import { startServer } from '../../support/server-process'
import { WAIT_TIMEOUT_MS } from '../../support/wait-timeout'
import { waitForStillness } from '../audit/page-idle'
import { LONG_RUN, longRunUnless } from '../long-run'
import { H5Phone } from '../phone/h5-phone'
import { type InspectablePhone, SCREENS } from '../phone/phone'
import { deliverPush, subscribeAt } from '../phone/push-service'
import { WeappPhone } from '../phone/weapp-phone'
import { becomeOwner, openNutShop, placeOrder, signIn } from '../screens/api'
import type { DemoServer } from '../screens/demo-server'
import { createVisitorPhones } from '../screens/visitors'
import { expect, test } from '../test'
import { KINDS, type TestEnvironment } from './test-environment'

/** An order is announced on the open page within this time, in ms. The mini-program, which has no events, polls. */
const ANNOUNCED_MS = { h5: 3000, weapp: WAIT_TIMEOUT_MS }

const SHOP = '家乡山货铺'

function shopOf({ shops }: DemoServer) {
  const shop = shops().find(({ name }) => name.includes(SHOP))
  if (!shop) throw new Error(`no demo shop is called ${SHOP}`)
  return shop
}

/** Starts the phone of a seller; a browser bypasses the environment's proxy, which passes no events. */
function startOwner({ kind, browser, server, phone }: TestEnvironment): Promise<InspectablePhone> {
  return kind === 'h5' ? H5Phone.start(browser, server.origin, SCREENS.phone) : phone()
}

/** Collects the requests of a page from now on that ask whether new orders wait. */
function collectPolls({ page }: InspectablePhone): string[] {
  const polls: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/waiting')) polls.push(request.url())
  })
  return polls
}

/** The first card, the sales and what follows end above the tab bar. */
async function expectOneScreen({ page }: InspectablePhone) {
  expect(page.viewportSize()).toEqual({ width: 390, height: 844 })
  const edges = await page.evaluate(() => {
    const rect = (selector: string) => document.querySelector(selector)?.getBoundingClientRect()
    return {
      button: rect('.first-card .button')?.bottom,
      end: rect('.today-panel')?.bottom,
      bar: rect('.page__foot')?.top,
    }
  })
  expect(edges.button).toBeLessThan(edges.end ?? 0)
  expect(edges.end).toBeLessThanOrEqual(edges.bar ?? 0)
}

for (const kind of KINDS)
  test.describe(`open page of a seller in ${kind}`, longRunUnless(kind === 'h5'), () => {
    test.use({ kind })

    test('announces an order', async ({ environment }) => {
      const owner = await startOwner(environment)
      const { shopId, slug } = await openShop(owner)
      await owner.open('/merchant', { shop: shopId })
      await owner.see(todayWords.idle.title)
      if (kind === 'h5') await expectOneScreen(owner)
      const buyer = await environment.phone()
      await signIn(buyer)
      const polls = collectPolls(owner)
      await placeOrder(buyer, { slug, goods: [[0, 2]], kind: 'pickup' })
      await owner.see(merchantDashboardWords.news(1, 0), ANNOUNCED_MS[kind])
      await owner.see(todayWords.waiting.title(1))
      if (kind === 'weapp') return
      expect(polls).toEqual([])
      await owner.close()
    })
  })

/** Counts the tones of the short sound that announces orders. */
function countTones() {
  const counted = window as unknown as { tones: number }
  counted.tones = 0
  const create = AudioContext.prototype.createOscillator
  AudioContext.prototype.createOscillator = function tone() {
    counted.tones += 1
    return create.call(this)
  }
}

test.describe('order announcement in two tabs of a seller', LONG_RUN, () => {
  test.use({ kind: 'h5' })

  test('shows an order in both tabs and plays the sound in one of them', async ({ environment }) => {
    const owner = await environment.phone()
    if (!(owner instanceof H5Phone)) throw new Error('not a browser')
    await owner.page.context().addInitScript(countTones)
    const { shopId, slug } = await openShop(owner)
    const tabs = [owner.page, await owner.page.context().newPage()]
    for (const tab of tabs) {
      await tab.goto(`${owner.origin}/merchant?shop=${shopId}`)
      // a browser plays no sound on a page that was never tapped
      await tab.getByText(todayWords.idle.title).click()
    }
    const buyer = await environment.phone()
    await signIn(buyer)
    const tones = () =>
      Promise.all(tabs.map((tab) => tab.evaluate(() => (window as unknown as { tones: number }).tones)))
    for (const count of [1, 2]) {
      await placeOrder(buyer, { slug, goods: [[0, 2]], kind: 'pickup' })
      for (const tab of tabs) await tab.getByText(todayWords.waiting.title(count)).waitFor()
      await expect.poll(async () => (await tones()).reduce((sum, one) => sum + one)).toBe(2 * count)
    }
  })
})

/** Opens a shop with one product for a phone. */
async function openShop(phone: InspectablePhone) {
  await signIn(phone)
  return openNutShop(phone, 100)
}

test.describe('push message to a seller', LONG_RUN, () => {
  let service: PushSimulator
  test.beforeEach(async () => {
    service = await startPushSimulator()
  })
  test.afterEach(() => service.close())

  test('is shown while the site is closed, and opens the order', async () => {
    // a headless shell shows no notifications
    const browser = await chromium.launch(WHOLE_BROWSER)
    const server = await startServer({ PUSH_SERVICES: service.origin })
    try {
      const owner = await H5Phone.start(browser, server.origin, SCREENS.phone)
      await owner.page.context().grantPermissions(['notifications'], { origin: server.origin })
      await subscribeAt(owner.page.context(), service)
      const { shopId, slug } = await openShop(owner)
      await owner.open('/alerts')
      await owner.see(alertsWords.push.title)
      // the service worker is registered some seconds after the page has loaded
      await owner.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
      await owner.restart()
      await owner.see(alertsWords.push.states.off)
      await owner.tap(`${alertsWords.push.title}：${alertsWords.push.turnOn}`)
      await owner.see(alertsWords.push.states.on)
      const endpoint = await owner.page.evaluate(
        () =>
          (JSON.parse(localStorage.getItem('push-subscription') ?? '{}') as { endpoint: string }).endpoint,
      )
      const buyer = await H5Phone.start(browser, server.origin, SCREENS.phone)
      await signIn(buyer)
      // nothing is sent at night
      await owner.request('PUT', '/api/me/quiet-hours', { from: 0, until: 0 })
      const order = await placeOrder(buyer, { slug, goods: [[0, 2]], kind: 'pickup' })
      await expect.poll(() => service.received(endpoint).length, { timeout: 20_000 }).toBe(1)
      const message = JSON.parse(service.received(endpoint)[0] ?? '{}') as PushPayload
      expect(message).toMatchObject({
        title: '来了一单',
        path: `/merchant-order?shop=${shopId}&order=${order.id}`,
      })
      await deliverPush(owner.page, JSON.stringify(message))
      const shown = () =>
        owner.page.evaluate(async () => {
          const worker = await navigator.serviceWorker.ready
          return (await worker.getNotifications()).map(({ title, body }) => ({ title, body }))
        })
      // the browser passes a message on and does not wait for what the worker does with it
      await expect.poll(shown).toEqual([{ title: '来了一单', body: '第 1 单：核桃，¥50.00' }])
      await owner.close()
      await buyer.close()
    } finally {
      await browser.close()
      await server.dispose()
    }
  })
})

/** Width and height of each sheet that a page is printed on, in mm. */
async function printedSheets({ page }: InspectablePhone): Promise<number[][]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1')
  return [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map((box) =>
    box.slice(1).map((points) => Math.round((Number(points) / 72) * 25.4)),
  )
}

test.describe('PrintOrdersScreen in a browser', () => {
  test('prints each slip on a sheet of the right size, and an A4 list', async ({ browser, demoServer }) => {
    await demoServer.reset()
    const owner = await H5Phone.start(browser, demoServer.origin, SCREENS.phone)
    const shopId = await becomeOwner(owner, shopOf(demoServer))
    await owner.open('/merchant', { shop: shopId, tab: 'orders' })
    await owner.tap(sellerOrdersWords.filters.all, orderLimitsWords.select.start, orderLimitsWords.select.all)
    const count = await owner.page.getByRole('checkbox', { checked: true }).count()
    expect(count).toBeGreaterThan(5)
    await owner.tap(severalOrdersWords.more, printOrdersWords.open)
    await owner.see(printOrdersWords.hints.a6)
    // while the page slides in, the one before is printed, too
    await waitForStillness(owner.page)
    expect(await printedSheets(owner)).toEqual(Array.from({ length: count }, () => [105, 148]))
    expect(await cutInPrint(owner, 105 - 2 * 6)).toEqual([])
    await owner.tap(printOrdersWords.papers.roll)
    expect(await printedSheets(owner)).toEqual(Array.from({ length: count }, () => [58, 120]))
    expect(await cutInPrint(owner, 58 - 2 * 2)).toEqual([])
    await owner.tap(printOrdersWords.papers.list)
    for (const sheet of await printedSheets(owner)) expect(sheet).toEqual([210, 297])
    expect(await cutInPrint(owner, 210 - 2 * 16)).toEqual([])
    await owner.close()
  })
})

/** The pages of the demo shop's eleven orders and their goods. */
const PAGES = 2

test.describe('saving orders as pictures in the mini-program', LONG_RUN, () => {
  test('makes pages of A4 for the list', async ({ browser, demoServer }) => {
    await demoServer.reset()
    const owner = await createVisitorPhones('weapp', browser, demoServer, SCREENS.phone)()
    if (!(owner instanceof WeappPhone)) throw new Error('not a mini-program')
    const shopId = await becomeOwner(owner, shopOf(demoServer))
    await owner.open('/merchant', { shop: shopId, tab: 'orders' })
    await owner.tap(sellerOrdersWords.filters.all, orderLimitsWords.select.start, orderLimitsWords.select.all)
    await owner.tap(severalOrdersWords.more, printOrdersWords.open, printOrdersWords.papers.list)
    await owner.tap(printOrdersWords.save(PAGES))
    // WeChat asks for consent before the first picture is saved
    await owner.tap('同意')
    await owner.see(printOrdersWords.saved.list(PAGES))
    const pages = await owner.app.album()
    expect(pages).toHaveLength(PAGES)
    for (const page of pages) {
      expect(await sharp(page).metadata()).toMatchObject({ width: 1240, height: 1754 })
      // something is written on it
      expect((await sharp(page).stats()).channels[0]?.min).toBe(0)
    }
    await owner.close()
  })
})

/** The texts that are not whole within the printable width of a sheet, in mm, as they are laid out for printing. */
async function cutInPrint({ page }: InspectablePhone, width: number): Promise<string[]> {
  const screen = page.viewportSize()
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: Math.floor((width / 25.4) * 96), height: 1200 })
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.slip, .print-list')].flatMap((sheet) => {
      const { left, right, width } = sheet.getBoundingClientRect()
      const isCut = (element: HTMLElement) => {
        const box = element.getBoundingClientRect()
        return box.left < left - 1 || box.right > right + 1 || element.scrollWidth > element.offsetWidth + 1
      }
      return [
        ...(width > window.innerWidth ? [`a sheet of ${width} px`] : []),
        ...[...sheet.querySelectorAll<HTMLElement>('*')].filter(isCut).map((element) => element.innerText),
      ]
    }),
  )
  await page.emulateMedia({ media: null })
  if (screen) await page.setViewportSize(screen)
  return cut
}
