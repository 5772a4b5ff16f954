import type { Browser } from '@playwright/test'
import type { ChromiumMiniProgram } from 'weapp-host/chromium'
import { writeScene } from '@/domain/shop/scene'
import { storefrontWords } from '@/locales/storefront/storefront'
import { versionWords } from '@/locales/version'
import { openStockedShop } from '../support/stocked-shop'
import { launchWeapp, type WeappLaunch } from '../weapp/launch'
import { LONG_RUN, longRunUnless } from './long-run'
import { expect, test } from './test'

const SHOP = 'pages/storefront/shop'

let apiOrigin: string
let slug: string
let product: string
let browser: Browser
let app: ChromiumMiniProgram | undefined

test.beforeAll(async ({ sharedServer: { server } }) => {
  apiOrigin = server.origin
  const shop = await openStockedShop(apiOrigin, { goods: 3, template: 'woodgrain' })
  slug = shop.slug
  product = shop.goods[0]?.id ?? ''
})
test.beforeEach(({ browser: given }) => {
  browser = given
})
test.afterEach(async () => {
  await app?.close()
  app = undefined
})

async function launch(url: string, more: Partial<WeappLaunch> = {}) {
  app = await launchWeapp({ dist: 'dist/weapp', browser, apiOrigin, url, ...more })
  return app
}

/** Waits for the shop with its first product and price. */
async function waitForShop(opened: ChromiumMiniProgram) {
  await opened.waitText('成县山货铺')
  await opened.waitText('好货1')
  await opened.waitText('¥12')
}

const called = async (opened: ChromiumMiniProgram, api: string) => (await opened.calls(api)).length

test.describe('single page mode of WeChat Moments', () => {
  test('shows products, prices and the phone without controls', async () => {
    const opened = await launch(`/${SHOP}?slug=${slug}`, { scene: 1154 })
    await waitForShop(opened)
    await opened.waitText('电话 13800000000')
    await opened.waitText(storefrontWords.singlePage)
    const controls = [
      '.goods__add',
      '.goods-large__buy',
      '.storefront-end',
      '.cart-bar',
      '[aria-role="link"]',
      'button',
    ]
    for (const selector of controls) await expect(opened.page.locator(`#wx-pages ${selector}`)).toHaveCount(0)
    expect(await called(opened, 'login')).toBe(0)
    expect(await opened.errors()).toEqual([])
    const requests = (await opened.requests()).filter(({ api }) => api === 'request')
    expect(requests.map(({ method }) => method)).toEqual(requests.map(() => 'GET'))
    expect(requests.length).toBeGreaterThan(0)
  })

  test('shows a product with its price and the phone without controls', LONG_RUN, async () => {
    const opened = await launch(`/pages/storefront/product?slug=${slug}&id=${product}`, { scene: 1154 })
    await opened.waitText('¥12')
    await opened.waitText('电话 13800000000')
    await opened.waitText(storefrontWords.singlePage)
    for (const selector of ['.product-foot', '.storefront-end', 'button', '[aria-role="link"]'])
      await expect(opened.page.locator(`#wx-pages ${selector}`)).toHaveCount(0)
    expect(await called(opened, 'login')).toBe(0)
    expect(await opened.errors()).toEqual([])
  })

  test('reports a missing shop without a link', LONG_RUN, async () => {
    const opened = await launch(`/${SHOP}?slug=nosuch12`, { scene: 1154 })
    await opened.waitText(storefrontWords.gone.title)
    expect(await opened.text()).not.toContain(storefrontWords.gone.home)
    expect(await opened.errors()).toEqual([])
  })
})

test('mini-program starts without a server and without an error', async () => {
  app = await launchWeapp({ dist: 'dist/weapp', browser })
  expect((await app.text()).trim()).not.toBe('')
  expect(await app.errors()).toEqual([])
})

test('storefront opens when WeChat login fails', async () => {
  const login = () => {
    throw new Error('system error')
  }
  const opened = await launch(`/${SHOP}?slug=${slug}`, { mocks: { login } })
  await waitForShop(opened)
  expect(await called(opened, 'login')).toBe(0)
})

test.describe('WeChat launch', () => {
  for (const [name, url] of [
    ["WeChat's own code", () => `/${SHOP}?scene=${slug}`],
    ["WeChat's own code with parameters", () => `/${SHOP}?scene=${encodeURIComponent(`slug=${slug}`)}`],
    ['a scanned link', () => `/${SHOP}?q=${encodeURIComponent(`https://shop.example/s/${slug}`)}`],
  ] as const)
    test(`opens the shop by ${name}`, LONG_RUN, async () => {
      await waitForShop(await launch(url()))
    })

  test("opens the product of WeChat's own code", LONG_RUN, async () => {
    const scene = encodeURIComponent(writeScene({ slug, id: product }))
    const opened = await launch(`/pages/storefront/product?scene=${scene}`)
    await opened.waitText('好货1')
    await opened.waitText('¥12')
  })

  test('opens the product of a scanned link', async () => {
    const link = `https://shop.example/product?slug=${slug}&id=${product}`
    const opened = await launch(`/pages/storefront/product?q=${encodeURIComponent(link)}`)
    await opened.waitText('好货1')
    await opened.waitText('¥12')
  })
})

test.describe('base library', () => {
  for (const libraryVersion of ['2.20.0', '2.16.1'])
    test(
      `${libraryVersion} opens the shop without a dialog`,
      longRunUnless(libraryVersion === '2.16.1'),
      async () => {
        const opened = await launch(`/${SHOP}?slug=${slug}`, { libraryVersion })
        await waitForShop(opened)
        expect(await called(opened, 'showModal')).toBe(0)
        expect(await opened.errors()).toEqual([])
      },
    )

  test('2.14.2 asks to update WeChat and opens the shop', LONG_RUN, async () => {
    const opened = await launch(`/${SHOP}?slug=${slug}`, { libraryVersion: '2.14.2' })
    await opened.waitText(versionWords.oldWechat.title)
    await opened.tapText(versionWords.oldWechat.confirmText)
    await waitForShop(opened)
    expect(await called(opened, 'updateWeChatApp')).toBe(1)
    expect(await opened.errors()).toEqual([])
  })
})

test('update manager applies a new version after consent', async () => {
  const opened = await launch(`/${SHOP}?slug=${slug}`, { updateReady: true })
  await opened.waitText(versionWords.newVersion.title)
  expect(await called(opened, 'applyUpdate')).toBe(0)
  await opened.tapText(versionWords.newVersion.confirmText)
  await opened.waitGone(versionWords.newVersion.title)
  expect(await called(opened, 'applyUpdate')).toBe(1)
})
