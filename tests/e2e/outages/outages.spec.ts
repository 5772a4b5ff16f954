import { mkdirSync } from 'node:fs'
import { formatPrice } from '@/domain/money'
import { failureWords } from '@/locales/failure'
import { checkoutWords } from '@/locales/order/checkout'
import { fulfilmentWords } from '@/locales/order/fulfilment'
import { orderActionWords } from '@/locales/order/order'
import { ordersWords } from '@/locales/order/orders'
import { sellerOrdersWords } from '@/locales/order/seller-orders'
import { productFormWords, productListWords } from '@/locales/product/products'
import { merchantDashboardWords } from '@/locales/shop/merchant-dashboard'
import { todayWords } from '@/locales/shop/today'
import { publishWords } from '@/locales/shop/wizard'
import { incidentLogLines } from '../../faults/support/health'
import { type ServerWithWechat, startServerWithWechat } from '../../support/server-with-wechat'
import { buyOne, visitShop } from '../journey/buyer'
import { ownedShops } from '../journey/owned-shops'
import { openMyShop } from '../journey/seller'
import { createTestEnvironment, KINDS, type TestEnvironment } from '../journey/test-environment'
import { unpaidOrder } from '../journey/unpaid-order'
import {
  acceptTerms,
  photographProduct,
  pressOpen,
  seeOpened,
  setPrice,
  startWizard,
} from '../journey/wizard'
import { LONG_RUN } from '../long-run'
import { H5Phone } from '../phone/h5-phone'
import { type Phone, SCREENS } from '../phone/phone'
import { WeappPhone } from '../phone/weapp-phone'
import { expect, test } from '../test'
import { OUTAGES, type Outage } from './outages'

const FOLDER = 'dist/troubles'

/** Photographs the screen at two sizes and expects no horizontal overflow. */
async function takePicture(phone: Phone, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  const page =
    phone instanceof H5Phone ? phone.page : phone instanceof WeappPhone ? phone.app.page : undefined
  const before = page?.viewportSize()
  for (const screen of [SCREENS.small, SCREENS.phone]) {
    await page?.setViewportSize(screen)
    await phone.screenshot(`${FOLDER}/${name}-${phone.kind}-${screen.width}.png`)
    const wide = await page?.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect([name, screen.width, wide]).toEqual([name, screen.width, 0])
  }
  if (before) await page?.setViewportSize(before)
}

const SHOP = '成县核桃小店'
const PRODUCT = '成县核桃'
const MINUTE = 60_000

const CASES = KINDS.flatMap((kind) =>
  OUTAGES.map(([name, create, isPossible]) => ({ kind, name, create, isPossible })),
)

for (const { kind, name, create, isPossible } of CASES)
  test.describe(`${name} on ${kind}`, LONG_RUN, () => {
    // each test continues the shop of the one before
    test.describe.configure({ mode: 'serial' })
    test.skip(!isPossible, 'this user may not mount a small disk')
    let outage: Outage
    let backend: ServerWithWechat
    let environment: TestEnvironment
    let seller: Phone
    let buyer: Phone
    const startedAt = performance.now()

    test.beforeAll(async ({ browser }) => {
      outage = await create()
      backend = await startServerWithWechat({ RATE_LIMIT: 'off', ...outage.store.env })
      environment = await createTestEnvironment(kind, browser, backend)
      seller = await environment.phone()
      buyer = await environment.phone(SCREENS.small)
    })
    test.afterAll(async () => {
      await environment?.close()
      await backend?.dispose()
      await outage?.dispose()
    })

    const picture = (phone: Phone, of: string) => takePicture(phone, `${outage.code}-${of}`)
    const begin = () => outage.begin(environment.server)
    const end = () => outage.end(environment.server)
    const rows = (text: string) => outage.store.query(text)
    /** Requests that reached the proxy, by method and path. */
    const sent = (method: string, path: RegExp) =>
      environment.network.forwarded.filter((one) => one.method === method && path.test(one.path))

    test('delays the opening of a shop and does not lose it', async () => {
      await seller.open(environment.homePath)
      await startWizard(seller)
      await photographProduct(seller)
      await setPrice(seller, '25')
      await acceptTerms(seller)
      await begin()
      await pressOpen(seller)
      await seller.see(publishWords.waitingTitle(outage.code))
      await seller.see('现在还没开张')
      await picture(seller, 'publish')
      await end()
      // the app retries by itself
      await seeOpened(seller)
      expect(await ownedShops(seller, environment.network.origin)).toHaveLength(1)
      expect(await rows('select shop_id from shop')).toHaveLength(1)
    })

    test('is reported to a buyer, keeps the order form and leads to one order', async () => {
      const [shop] = await ownedShops(seller, environment.network.origin)
      await visitShop(buyer, shop?.slug ?? '')
      await buyOne(buyer, PRODUCT)
      await buyer.tap(fulfilmentWords.local)
      await buyer.type(checkoutWords.receiver.paste, '收货人甲 19900000001 甘肃省陇南市成县沙坝镇下街18号')
      await buyer.see(checkoutWords.receiver.pasted)
      await begin()
      const { said, again, edit } = checkoutWords.unknown
      const waitForMessage = async () => {
        await buyer.see(said(outage.code).title)
        await buyer.see(said(outage.code).text)
      }
      await buyer.tapTwice(checkoutWords.submit)
      await waitForMessage()
      await picture(buyer, 'order')
      // the form is unchanged and can be sent again
      await buyer.tap(edit)
      await buyer.see(checkoutWords.submit)
      await picture(buyer, 'order-form')
      await buyer.tap(checkoutWords.submit)
      await waitForMessage()
      await end()
      await buyer.tap(again)
      await buyer.see(ordersWords.next.buyer(unpaidOrder('placed', 'local')))
      const tries = sent('PUT', /\/orders\/[0-9A-Z]{26}$/)
      expect(new Set(tries.map(({ path }) => path)).size).toBe(1)
      expect(tries.filter(({ status }) => status === 200)).toHaveLength(1)
      const orders = await rows('select id, number, receiver from shop_order')
      expect(orders.map(({ number }) => Number(number))).toEqual([1])
      expect(String(orders[0]?.receiver)).toContain('19900000001')
      const [sku] = await rows('select stock from sku')
      expect(Number(sku?.stock)).toBe((await stockAtFirst()) - 1)
    })

    const stockAtFirst = async () => {
      const [opening] = sent('PUT', /^\/api\/shops\/[0-9A-Z]{26}$/)
      return (JSON.parse(opening?.body ?? '') as { products: { skus: { stock: number }[] }[] }).products[0]
        ?.skus[0]?.stock as number
    }

    test("fails a seller's step with a message, and the retry succeeds once", LONG_RUN, async () => {
      await openMyShop(seller, SHOP)
      await seller.see(todayWords.waiting.title(1))
      await seller.tap(todayWords.waiting.do)
      const accept = orderActionWords('accept', unpaidOrder('placed', 'local'), 'owner')
      // the list is loaded: the banner above it is shown earlier
      await seller.see(sellerOrdersWords.row.help(true))
      await seller.see(accept)
      await begin()
      await seller.tap(accept)
      await seller.see(failureWords[outage.code])
      await picture(seller, 'step')
      await end()
      await seller.tap(accept, sellerOrdersWords.filterWithCount(sellerOrdersWords.filters['to-do'], 1))
      await seller.see(orderActionWords('send', unpaidOrder('accepted', 'local'), 'owner'))
      const [order] = await rows('select history from shop_order')
      expect(JSON.parse(String(order?.history))).toMatchObject([{ action: 'accept' }])
      expect(JSON.parse(String(order?.history))).toHaveLength(1)
    })

    test('keeps an edited product on screen, and the retry saves it once', LONG_RUN, async () => {
      await seller.tap(merchantDashboardWords.tabs.goods, PRODUCT)
      await seller.type(productFormWords.priceOf('斤'), '26.5')
      await begin()
      await seller.tap(productFormWords.save)
      await seller.see(failureWords[outage.code])
      await picture(seller, 'save')
      await end()
      await seller.tap(productFormWords.save)
      await seller.see(formatPrice(2650))
      await seller.see(productListWords.addShort)
      const products = await rows('select version from product')
      expect(products.map(({ version }) => Number(version))).toEqual([2])
      expect((await rows('select price from sku')).map(({ price }) => Number(price))).toEqual([2650])
    })

    test('is logged at most once a minute, and its end is logged', async () => {
      const lines = incidentLogLines(environment.server.output())
      const began = lines.filter(({ msg }) => outage.logPrefix && msg.startsWith(outage.logPrefix))
      const passed = lines.filter(({ msg }) => msg === 'writing works again')
      const minutes = Math.ceil((performance.now() - startedAt) / MINUTE)
      if (outage.logPrefix === '') expect(lines).toEqual([])
      else {
        expect(began.length).toBeGreaterThanOrEqual(1)
        expect(began.length).toBeLessThanOrEqual(minutes)
        expect(passed).toHaveLength(4)
      }
      process.stdout.write(
        `${name}, on ${kind}: 4 times, said ${began.length} times in ${minutes} min, ${passed.length} times that it passed; ` +
          `${sent('PUT', /\/orders\//).length} tries for 1 order\n`,
      )
      for (const phone of [seller, buyer]) expect(await phone.errors()).toEqual([])
    })
  })
