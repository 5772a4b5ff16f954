import type { ChromiumMiniProgram } from 'weapp-host/chromium'
import { storefrontWords } from '@/locales/storefront'
import { versionWords } from '@/locales/version'
import { type ServerProcess, startServer } from '../support/server-process'
import { openStockedShop } from '../support/stocked-shop'
import { launchWeapp, type WeappLaunch } from '../weapp/launch'

const SHOP = 'pages/storefront/shop'

let server: ServerProcess
let slug: string
let product: string
let app: ChromiumMiniProgram | undefined

beforeAll(async () => {
  server = await startServer({ RATE_LIMIT: 'off' })
  const shop = await openStockedShop(server.origin, { goods: 3, template: 'woodgrain' })
  slug = shop.slug
  product = shop.goods[0]?.id ?? ''
})
afterAll(() => server?.dispose())
afterEach(async () => {
  await app?.close()
  app = undefined
})

async function launch(url: string, more: Partial<WeappLaunch> = {}) {
  app = await launchWeapp({ dist: 'dist/weapp', apiOrigin: server.origin, url, ...more })
  return app
}

/** Waits for the shop with its first product and price. */
async function waitForShop(opened: ChromiumMiniProgram) {
  await opened.waitText('成县山货铺')
  await opened.waitText('好货1')
  await opened.waitText('¥12')
}

const called = async (opened: ChromiumMiniProgram, api: string) => (await opened.calls(api)).length

describe('single page mode of WeChat Moments', () => {
  it('shows products, prices and the phone without controls', async () => {
    const opened = await launch(`/${SHOP}?slug=${slug}`, { scene: 1154 })
    await waitForShop(opened)
    await opened.waitText('电话 13800000000')
    await opened.waitText(storefrontWords.singlePage)
    for (const selector of [
      '.goods__add',
      '.goods-large__buy',
      '.storefront-end',
      '.cart-bar',
      '[aria-role="link"]',
      'button',
    ])
      expect([selector, await opened.page.locator(`#wx-pages ${selector}`).count()]).toEqual([selector, 0])
    expect(await called(opened, 'login')).toBe(0)
    expect(await opened.errors()).toEqual([])
    const requests = (await opened.requests()).filter(({ api }) => api === 'request')
    expect(requests.map(({ method }) => method)).toEqual(requests.map(() => 'GET'))
    expect(requests.length).toBeGreaterThan(0)
  })

  it('reports a missing shop without a link', async () => {
    const opened = await launch(`/${SHOP}?slug=nosuch12`, { scene: 1154 })
    await opened.waitText(storefrontWords.gone.title)
    expect(await opened.text()).not.toContain(storefrontWords.gone.home)
    expect(await opened.errors()).toEqual([])
  })
})

it('storefront opens when WeChat login fails', async () => {
  const login = () => {
    throw new Error('system error')
  }
  const opened = await launch(`/${SHOP}?slug=${slug}`, { mocks: { login } })
  await waitForShop(opened)
  expect(await called(opened, 'login')).toBe(0)
})

describe('WeChat launch options', () => {
  it.each([
    ["WeChat's own code", () => `/${SHOP}?scene=${slug}`],
    ["WeChat's own code with parameters", () => `/${SHOP}?scene=${encodeURIComponent(`slug=${slug}`)}`],
    ['a scanned link', () => `/${SHOP}?q=${encodeURIComponent(`https://shop.example/s/${slug}`)}`],
  ])('open the shop by %s', async (_, url) => {
    await waitForShop(await launch(url()))
  })

  it('open the product of a scanned link', async () => {
    const link = `https://shop.example/product?slug=${slug}&id=${product}`
    const opened = await launch(`/pages/storefront/product?q=${encodeURIComponent(link)}`)
    await opened.waitText('好货1')
    await opened.waitText('¥12')
  })
})

describe('base library', () => {
  it.each(['2.20.0', '2.16.1'])('%s opens the shop without a dialog', async (libraryVersion) => {
    const opened = await launch(`/${SHOP}?slug=${slug}`, { libraryVersion })
    await waitForShop(opened)
    expect(await called(opened, 'showModal')).toBe(0)
    expect(await opened.errors()).toEqual([])
  })

  it('2.14.2 asks to update WeChat and opens the shop', async () => {
    const opened = await launch(`/${SHOP}?slug=${slug}`, { libraryVersion: '2.14.2' })
    await opened.waitText(versionWords.oldWechat.title)
    await opened.tapText(versionWords.oldWechat.confirmText)
    await waitForShop(opened)
    expect(await called(opened, 'updateWeChatApp')).toBe(1)
    expect(await opened.errors()).toEqual([])
  })
})

it('update manager applies a new version after consent', async () => {
  const opened = await launch(`/${SHOP}?slug=${slug}`, { updateReady: true })
  await opened.waitText(versionWords.newVersion.title)
  expect(await called(opened, 'applyUpdate')).toBe(0)
  await opened.tapText(versionWords.newVersion.confirmText)
  await opened.waitGone(versionWords.newVersion.title)
  expect(await called(opened, 'applyUpdate')).toBe(1)
})
