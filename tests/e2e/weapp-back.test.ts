import { cartWords } from '@/locales/zh-CN/cart'
import { checkoutWords } from '@/locales/zh-CN/checkout'
import { dayChoiceWords } from '@/locales/zh-CN/day'
import { decorateWords as words } from '@/locales/zh-CN/decorate'
import { fulfilmentWords } from '@/locales/zh-CN/fulfilment'
import { voiceConsentWords } from '@/locales/zh-CN/privacy'
import { productWords } from '@/locales/zh-CN/products'
import { sectionSettingWords } from '@/locales/zh-CN/section-settings'
import { sectionWords } from '@/locales/zh-CN/sections'
import { newId } from '../support/api-person'
import { PATIENCE } from '../support/patience'
import { launchWeapp } from '../weapp/host/chromium-driver'
import { WeappPhone } from './phone/weapp-phone'
import { changeSettings } from './screens/api'
import { visitShop } from './story/buyer'
import { startWorld, type World } from './story/world'

const TEXT = sectionSettingWords['text-block']
const STORY = sectionSettingWords.story
const TOLD = '自家的树，三十年了'
const CATCHER = 'wx-page-container'

let world: World
let phone: WeappPhone
let shop: { shopId: string; slug: string; productId: string }

beforeAll(async () => {
  world = await startWorld('weapp')
})
afterAll(() => world?.close())
beforeEach(async () => {
  const someone = await world.phone()
  if (!(someone instanceof WeappPhone)) throw new Error('not a mini-program')
  phone = someone
})
afterEach(async () => {
  expect(await phone.errors()).toEqual([])
  await phone.close()
})

async function openShop() {
  const [shopId, productId] = [newId(), newId()]
  const skus = [{ id: newId(), price: 2500, stock: 9 }]
  const products = [{ id: productId, name: '核桃', unit: '斤', photos: [], onSale: true, skus }]
  const opening = { trade: 'nuts', template: 'plain', products }
  await phone.open(world.frontDoor)
  const { slug } = await phone.ask<{ slug: string }>('PUT', `/api/shops/${shopId}`, opening)
  shop = { shopId, slug, productId }
}
/** Goes on to a page from the one that is seen. */
const goOn = (path: string, params: Record<string, string>) =>
  phone.app.openAbove(`/${path}?${new URLSearchParams(params)}`)
const scrolled = () => phone.page.evaluate(() => window.scrollY)
const back = () => phone.app.goBack()
const pages = async () => (await phone.app.routes()).map((route) => route.split('?')[0])
const sheets = (count: number) =>
  phone.page.waitForFunction(
    (wanted) => document.querySelectorAll('[role="dialog"]').length === wanted,
    count,
  )
/** Until back would close what is open, or nothing would be closed. */
const caught = (on: boolean) =>
  phone.page.waitForFunction(
    ([tag, wanted]) =>
      [...document.querySelectorAll<HTMLElement>(tag)].some(({ style }) => style.display !== 'none') ===
      wanted,
    [CATCHER, on] as const,
  )
/** What stands in the fields. */
const typed = () =>
  phone.page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value),
  )
const pageGone = async (path: string) => {
  for (const end = Date.now() + PATIENCE; (await pages()).includes(path); await phone.page.waitForTimeout(20))
    if (Date.now() > end) throw new Error(`${path} is still there:\n${await phone.text()}`)
}

test('decorating: back closes the sheet that is open, one from another, and then leaves the page', async () => {
  await openShop()
  await goOn('pages/decorate/index', { shop: shop.shopId })
  await phone.tap(words.tools.add)
  await phone.tap(TEXT.title)
  await phone.type(TEXT.fields.text.label, TOLD)
  await caught(true)
  await back()
  await sheets(0)
  await phone.see(TOLD)
  await phone.tap(words.tools.add)
  await phone.tap(STORY.title)
  await phone.tap(words.voice.start)
  await phone.see(voiceConsentWords.agree)
  await sheets(2)
  await caught(true)
  await back()
  await sheets(1)
  await phone.see(STORY.fields.voice.label)
  await caught(true)
  await back()
  await sheets(0)
  expect(await pages()).toEqual(['pages/home/index', 'pages/decorate/index'])
  await back()
  await pageGone('pages/decorate/index')
  expect(await pages()).toEqual(['pages/home/index'])
})

test('decorating: a sheet that the arrow in the bar closes leaves the page where it was scrolled to', async () => {
  await openShop()
  await goOn('pages/decorate/index', { shop: shop.shopId })
  await phone.see(words.saving.saved)
  await phone.tap(words.change(sectionSettingWords.contact.title))
  await sheets(1)
  await caught(true)
  const down = await scrolled()
  expect(down).toBeGreaterThan(0)
  await phone.app.back()
  await sheets(0)
  await caught(false)
  expect(await scrolled()).toBe(down)
  expect(await pages()).toEqual(['pages/home/index', 'pages/decorate/index'])
})

test('an order: back closes the days to choose from, and nothing typed is lost', async () => {
  await openShop()
  await changeSettings(phone, shop.shopId, { fulfilments: ['pickup', 'on-site'] })
  await goOn('pages/storefront/shop', { slug: shop.slug })
  await phone.tap(sectionWords.goods.add('核桃', 0))
  await phone.tap(cartWords.order)
  await phone.see(checkoutWords.title)
  await phone.tap(fulfilmentWords['on-site'])
  await phone.type(checkoutWords.receiver.phone, '19900000001')
  await phone.tap(dayChoiceWords.later)
  await phone.see(dayChoiceWords.laterTitle)
  await caught(true)
  await back()
  await phone.seeNo(dayChoiceWords.laterTitle)
  expect(await typed()).toContain('19900000001')
  await caught(false)
  await back()
  await pageGone('pages/storefront/checkout')
  await phone.see('核桃')
})

test('a product: back closes the question; what is answered leads to the page below, and no further', async () => {
  await openShop()
  await goOn('pages/merchant/shop', { shop: shop.shopId, tab: 'goods' })
  await goOn('pages/merchant/product', { shop: shop.shopId, id: shop.productId })
  await phone.type(productWords.name, '薄皮核桃')
  await phone.tap(productWords.remove)
  await phone.see(productWords.removeAsk.text)
  await caught(true)
  await back()
  await phone.seeNo(productWords.removeAsk.text)
  expect(await typed()).toContain('薄皮核桃')
  await phone.tap(productWords.remove)
  await caught(true)
  await phone.tap(productWords.removeAsk.yes)
  await pageGone('pages/merchant/product')
  expect(await pages()).toEqual(['pages/home/index', 'pages/merchant/shop'])
})

test('a shop from a link: back closes its cart, which leads on to the order, and comes back', async () => {
  await openShop()
  await visitShop(phone, shop.slug)
  await phone.tap(sectionWords.goods.add('核桃', 0))
  await phone.tap(cartWords.count(1))
  await sheets(1)
  await caught(true)
  await back()
  await sheets(0)
  await caught(false)
  await phone.tap(cartWords.count(1))
  await caught(true)
  await phone.page.locator('[role="dialog"]').getByText(cartWords.order).tap()
  await phone.see(checkoutWords.title)
  await back()
  await pageGone('pages/storefront/checkout')
  expect(await pages()).toEqual(['pages/storefront/shop'])
  await phone.see('核桃')
})

test('a WeChat that is too old for it goes back as it always did', async () => {
  await openShop()
  const old = await launchWeapp({
    dist: 'dist/weapp',
    browser: world.browser,
    apiOrigin: world.network.origin,
    mocks: { login: () => ({ code: world.loginCode('old') }), canIUse: false },
  })
  await old.openAbove(`/pages/storefront/shop?slug=${shop.slug}`)
  await old.tap(`[aria-label="${sectionWords.goods.add('核桃', 0)}"]`)
  await old.tapText(cartWords.count(1))
  await old.waitText(cartWords.clear)
  expect(await old.page.locator(CATCHER).count()).toBe(0)
  await old.goBack()
  expect(await old.routes()).toEqual(['pages/home/index'])
  expect(await old.errors()).toEqual([])
  await old.close()
})
