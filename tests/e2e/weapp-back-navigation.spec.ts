import { dayChoiceWords } from '@/locales/day'
import { decorateWords as words } from '@/locales/look/decorate'
import { cartWords } from '@/locales/order/cart'
import { checkoutWords } from '@/locales/order/checkout'
import { fulfilmentWords } from '@/locales/order/fulfilment'
import { voiceConsentWords } from '@/locales/person/consent'
import { goodsWords } from '@/locales/product/goods'
import { productFormWords } from '@/locales/product/products'
import { sectionSettingWords } from '@/templates/generated/section-setting-words'
import { launchWeapp } from '../weapp/launch'
import { visitShop } from './journey/buyer'
import type { TestEnvironment } from './journey/test-environment'
import { LONG_RUN } from './long-run'
import { WeappPhone } from './phone/weapp-phone'
import { changeSettings, openNutShop } from './screens/api'
import { expect, test } from './test'

const TEXT = sectionSettingWords['text-block']
const STORY = sectionSettingWords.story
const STORY_TEXT = '自家的树，三十年了'
const CATCHER = 'wx-page-container'

let environment: TestEnvironment
let phone: WeappPhone
let shop: { shopId: string; slug: string; productId: string }

test.use({ kind: 'weapp' })
test.beforeEach(({ environment: own, phone: given }) => {
  if (!(given instanceof WeappPhone)) throw new Error('not a mini-program')
  environment = own
  phone = given
})

async function openShop() {
  await phone.open(environment.homePath)
  shop = await openNutShop(phone)
}
/** Navigates from the current page to another one. */
const navigateTo = (path: string, params: Record<string, string>) =>
  phone.app.navigateTo(`/${path}?${new URLSearchParams(params)}`)
const scrolled = () => phone.page.evaluate(() => window.scrollY)
const back = () => phone.app.pressBack()
const pages = async () => (await phone.app.routes()).map((route) => route.split('?')[0])
const sheets = (count: number) => expect(phone.page.locator('[role="dialog"]')).toHaveCount(count)
/** Waits until the page container is mounted (true) or removed (false). */
const waitForCatcher = (on: boolean) =>
  phone.page.waitForFunction(
    ([tag, wanted]) =>
      [...document.querySelectorAll<HTMLElement>(tag)].some(({ style }) => style.display !== 'none') ===
      wanted,
    [CATCHER, on] as const,
  )
/** Returns the values of all fields. */
const typed = () =>
  phone.page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(({ value }) => value),
  )
const waitUntilLeft = (path: string) => expect.poll(pages).not.toContain(path)

test.describe('mini-program back navigation', () => {
  test('closes one sheet of the editor at a time before leaving the page', LONG_RUN, async () => {
    await openShop()
    await navigateTo('pages/decorate/index', { shop: shop.shopId })
    await phone.tap(words.tools.add, TEXT.title)
    await phone.type(TEXT.fields.text.label, STORY_TEXT)
    await waitForCatcher(true)
    await back()
    await sheets(0)
    await phone.see(STORY_TEXT)
    await phone.tap(words.tools.add, STORY.title, words.voice.start)
    await phone.see(voiceConsentWords.agree)
    await sheets(2)
    await waitForCatcher(true)
    await back()
    await sheets(1)
    await phone.see(STORY.fields.voice.label)
    await waitForCatcher(true)
    await back()
    await sheets(0)
    expect(await pages()).toEqual(['pages/home/index', 'pages/decorate/index'])
    await back()
    await waitUntilLeft('pages/decorate/index')
    expect(await pages()).toEqual(['pages/home/index'])
  })

  test("keeps the scroll position when the bar's back arrow closes a sheet", LONG_RUN, async () => {
    await openShop()
    await navigateTo('pages/decorate/index', { shop: shop.shopId })
    await phone.see(words.saving.saved)
    await phone.tap(words.change(sectionSettingWords.contact.title))
    await sheets(1)
    await waitForCatcher(true)
    const down = await scrolled()
    expect(down).toBeGreaterThan(0)
    await phone.app.back()
    await sheets(0)
    await waitForCatcher(false)
    expect(await scrolled()).toBe(down)
    expect(await pages()).toEqual(['pages/home/index', 'pages/decorate/index'])
  })

  test('closes the date sheet of an order without losing typed fields', LONG_RUN, async () => {
    await openShop()
    await changeSettings(phone, shop.shopId, { fulfilments: ['pickup', 'on-site'] })
    await navigateTo('pages/storefront/shop', { slug: shop.slug })
    await phone.tap(goodsWords.add('核桃'), cartWords.order)
    await phone.see(checkoutWords.title)
    await phone.tap(fulfilmentWords['on-site'])
    await phone.type(checkoutWords.receiver.phone, '19900000001')
    await phone.tap(dayChoiceWords.later)
    await phone.see(dayChoiceWords.laterTitle)
    await waitForCatcher(true)
    await back()
    await phone.seeNo(dayChoiceWords.laterTitle)
    expect(await typed()).toContain('19900000001')
    await waitForCatcher(false)
    await back()
    await waitUntilLeft('pages/orders/checkout')
    await phone.see('核桃')
  })

  test('closes the confirmation of a product, whose answer leads to the page below', LONG_RUN, async () => {
    await openShop()
    await navigateTo('pages/merchant/shop', { shop: shop.shopId, tab: 'goods' })
    await navigateTo('pages/merchant/product', { shop: shop.shopId, id: shop.productId })
    await phone.type(productFormWords.name, '薄皮核桃')
    await phone.tap(productFormWords.remove)
    await phone.see(productFormWords.removeAsk.text)
    await waitForCatcher(true)
    await back()
    await phone.seeNo(productFormWords.removeAsk.text)
    expect(await typed()).toContain('薄皮核桃')
    await phone.tap(productFormWords.remove)
    await waitForCatcher(true)
    await phone.tap(productFormWords.removeAsk.yes)
    await waitUntilLeft('pages/merchant/product')
    expect(await pages()).toEqual(['pages/home/index', 'pages/merchant/shop'])
  })

  test('orders from a shop that is opened above eight other pages', LONG_RUN, async () => {
    await openShop()
    await navigateTo('pages/storefront/shop', { slug: shop.slug })
    for (let count = 0; count < 8; count++)
      await navigateTo('pages/storefront/shop', { slug: shop.slug, visit: `${count}` })
    await phone.tap(goodsWords.add('核桃'), cartWords.order)
    await phone.see(checkoutWords.title)
    expect(await pages()).toHaveLength(10)
    await back()
    await waitUntilLeft('pages/orders/checkout')
    await phone.see('核桃')
    expect(await phone.errors()).toEqual([])
  })

  test('closes the cart of a linked shop and returns from the order', LONG_RUN, async () => {
    await openShop()
    await visitShop(phone, shop.slug)
    await phone.tap(goodsWords.add('核桃'), cartWords.count(1))
    await sheets(1)
    await waitForCatcher(true)
    await back()
    await sheets(0)
    await waitForCatcher(false)
    await phone.tap(cartWords.count(1))
    await waitForCatcher(true)
    await phone.page.locator('[role="dialog"]').getByText(cartWords.order).tap()
    await phone.see(checkoutWords.title)
    await back()
    await waitUntilLeft('pages/orders/checkout')
    expect(await pages()).toEqual(['pages/storefront/shop'])
    await phone.see('核桃')
  })

  test('leaves the page in a WeChat version without page containers', LONG_RUN, async () => {
    await openShop()
    const old = await launchWeapp({
      dist: 'dist/weapp',
      browser: environment.browser,
      apiOrigin: environment.network.origin,
      mocks: { login: () => ({ code: environment.loginCode('old') }), canIUse: false },
    })
    await old.navigateTo(`/pages/storefront/shop?slug=${shop.slug}`)
    await old.tap(`[aria-label="${goodsWords.add('核桃')}"]`)
    await old.tapText(cartWords.count(1))
    await old.waitText(cartWords.clear)
    await expect(old.page.locator(CATCHER)).toHaveCount(0)
    await old.pressBack()
    expect(await old.routes()).toEqual(['pages/home/index'])
    expect(await old.errors()).toEqual([])
    await old.close()
  })
})
