import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { cartWords } from '@/locales/order/cart'
import { checkoutWords } from '@/locales/order/checkout'
import { LONG_RUN } from '../long-run'
import { expect, test } from '../test'
import { runCompiler, textsIn } from './run-compiler'
import { serveFolders } from './static-server'
import { openThreeShops, type TestShop } from './three-shops'

let api: string
let host: Awaited<ReturnType<typeof serveFolders>>
let shops: readonly TestShop[]
let browser: Browser
let folder: string
const outOf = (at: number) => path.join(folder, `site-${at}`)
const baseOf = (at: number) => `/of/shop-${at}/`

// the shops are compiled once
test.describe.configure({ mode: 'default' })

test.beforeAll(async ({ sharedServer, browser: given }) => {
  api = sharedServer.server.origin
  browser = given
  shops = await openThreeShops(api)
  folder = mkdtempSync(path.join(tmpdir(), 'kaizhang-sites-'))
  host = await serveFolders(Object.fromEntries([0, 1, 2].map((at) => [baseOf(at), outOf(at)])))
  const compile = (at: number) =>
    runCompiler(
      ...['--shop', shops[at]?.slug ?? '', '--target', 'h5', '--out', outOf(at)],
      ...['--api', api, '--base', `${host.origin}${baseOf(at)}`],
    )
  const [first, second] = await Promise.all([compile(0), compile(1)])
  for (const { code, err } of [first, second, await compile(2)]) if (code !== 0) throw new Error(err)
})

test.afterAll(async () => {
  await host?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function visit(at: number, javaScriptEnabled: boolean) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    javaScriptEnabled,
  })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  const address = `${host.origin}${baseOf(at)}`
  await page.goto(address)
  return { context, page, errors, address }
}

async function waitUntilHydrated(page: Page) {
  await expect(page.locator('#first-paint')).toHaveCount(0)
  await expect(page.locator('.taro_page .page').first()).toBeAttached()
}

test.describe('compiled site', LONG_RUN, () => {
  for (const at of [0, 1, 2])
    test(`is complete and contains nothing of other shops (shop ${at})`, () => {
      const text = textsIn(outOf(at))
      for (const [other, shop] of shops.entries()) {
        const identifiers = [shop.slug, shop.shopId, shop.name, shop.phone, shop.goods[0]?.id]
        expect(identifiers.filter((word) => word && text.includes(word))).toEqual(
          other === at ? identifiers : [],
        )
      }
      for (const name of ['offline.html', 'sw.js', 'share.jpg', 'icon-192.png', 'icon-512.png', 'icon.svg'])
        expect(existsSync(path.join(outOf(at), name))).toBe(true)
      const manifest = JSON.parse(readFileSync(path.join(outOf(at), 'manifest.webmanifest'), 'utf8'))
      expect(manifest.name).toBe(shops[at]?.name)
      // an id would be scoped to the whole host, which may serve other shops
      expect(manifest).not.toHaveProperty('id')
    })

  for (const at of [0, 1, 2])
    test(`is readable without scripts (shop ${at})`, async () => {
      const { page, context, address } = await visit(at, false)
      const shop = shops[at] as TestShop
      const firstScreen = await page.locator('#first-paint').innerText()
      expect(firstScreen).toContain(shop.name)
      expect(firstScreen).toContain(shop.goods[0]?.name)
      const { price = 0 } = shop.goods[0]?.skus[0] ?? {}
      expect(firstScreen.replace(/\s/g, '')).toContain(`¥${price / 100}`)
      expect(await page.title()).toBe(shop.name)
      const head = await page.content()
      expect(head).toContain(`<meta property="og:image" content="${address}share.jpg">`)
      expect(head).toContain(`<link rel="canonical" href="${address}">`)
      const structuredData = JSON.parse(
        (await page.locator('script[type="application/ld+json"]').textContent()) ?? '{}',
      )
      expect([structuredData.name, structuredData.url, structuredData.telephone]).toEqual([
        shop.name,
        address,
        shop.phone,
      ])
      expect(structuredData.makesOffer[0].itemOffered['@type']).toBe('Product')
      await context.close()
    })

  for (const at of [0, 1, 2])
    test(`hydrates and shows the server's current data (shop ${at})`, async () => {
      const shop = shops[at] as TestShop
      const [good] = shop.goods
      if (!good) throw new Error('a shop has goods')
      const { id, ...rest } = good
      const renamed = `${good.name}新`
      const put = await shop.owner.send('PUT', `/api/shops/${shop.shopId}/products/${id}`, {
        ...rest,
        version: 1,
        name: renamed,
      })
      expect(put.status).toBe(200)
      const { page, context, errors } = await visit(at, true)
      await waitUntilHydrated(page)
      await expect(page.getByText(renamed).first()).toBeVisible()
      expect(errors).toEqual([])
      await context.close()
    })

  interface OrdersReply {
    items: { receiver?: { name?: string }; lines: unknown[] }[]
  }

  test('has an address of its own below --base when several shops are compiled at once', async () => {
    const out = path.join(folder, 'together')
    const [first, second] = shops.map(({ slug }) => slug)
    const { code, err } = await runCompiler(
      ...['--shop', first ?? '', '--shop', second ?? '', '--target', 'h5', '--out', out],
      ...['--api', api, '--base', 'https://shops.example.org/town/'],
    )
    expect([code, err]).toEqual([0, expect.any(String)])
    for (const slug of [first, second])
      expect(readFileSync(path.join(out, slug ?? '', 'index.html'), 'utf8')).toContain(
        `<link rel="canonical" href="https://shops.example.org/town/${slug}/">`,
      )
  })

  test('places an order at the server', async () => {
    const shop = shops[2] as TestShop
    const { page, context, errors } = await visit(2, true)
    await waitUntilHydrated(page)
    await page.locator('.taro_page .goods__add').first().tap()
    await page.getByText(cartWords.order, { exact: true }).tap()
    await page
      .getByLabel(checkoutWords.receiver.paste)
      .fill('收货人甲 19900000001 甘肃省陇南市成县沙坝镇下街18号')
    await expect(page.getByText(checkoutWords.receiver.pasted)).toBeVisible()
    await page.getByText(checkoutWords.submit, { exact: true }).last().tap()
    const orders = async () =>
      (await shop.owner.send<OrdersReply>('GET', `/api/shops/${shop.shopId}/orders`)).body.items
    await expect(page).toHaveURL(/#\/order\?/)
    expect((await orders()).map(({ receiver, lines }) => [receiver?.name, lines.length])).toEqual([
      ['收货人甲', 1],
    ])
    expect(errors).toEqual([])
    await context.close()
  })

  test('is available offline, and an unknown page names the phone to call', async () => {
    const shop = shops[0] as TestShop
    const { page, context, address } = await visit(0, true)
    await waitUntilHydrated(page)
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready
      const [name] = await caches.keys()
      if (!name) throw new Error('nothing is kept')
    })
    await context.setOffline(true)
    await page.reload()
    await expect(page.getByText(shop.name).first()).toBeVisible()
    await expect(page.getByText('没有网络，这是')).toBeVisible()
    await waitUntilHydrated(page)
    await page.goto(`${address}other-page`)
    expect(await page.locator('main').innerText()).toContain(`打电话 ${shop.phone}`)
    expect(await page.locator('main').innerText()).toContain('¥12')
    await context.close()
  })
})
