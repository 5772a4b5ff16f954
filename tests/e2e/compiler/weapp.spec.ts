import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { cartWords } from '@/locales/order/cart'
import { checkoutWords } from '@/locales/order/checkout'
import { ordersWords } from '@/locales/order/orders'
import { myDataWords } from '@/locales/person/my-data'
import { goodsWords } from '@/locales/product/goods'
import { storefrontWords } from '@/locales/storefront/storefront'
import { checkBundle } from '../../../scripts/lib/weapp-bundle.mjs'
import { type ServerWithWechat, startServerWithWechat } from '../../support/server-with-wechat'
import { launchWeapp } from '../../weapp/launch'
import { unpaidOrder } from '../journey/unpaid-order'
import { LONG_RUN } from '../long-run'
import { expect, test } from '../test'
import { runCompiler, textsIn } from './run-compiler'
import { openThreeShops, type TestShop } from './three-shops'

const APPIDS = ['wx0123456789abcde0', 'wx0123456789abcde1', 'wx0123456789abcde2']

let api: string
let backend: ServerWithWechat
let shops: readonly TestShop[]
let browser: Browser
let folder: string
const outOf = (at: number) => path.join(folder, `shop-${at}`)

/** The first button that adds a product to the cart; class names are short in a compiled app. */
const firstPlus = ({ page }: { page: Page }) => page.locator(`[aria-label$="${goodsWords.add('')}"]`).first()

// the shops are compiled once
test.describe.configure({ mode: 'default' })

test.beforeAll(async ({ browser: given }) => {
  backend = await startServerWithWechat({ RATE_LIMIT: 'off' }, APPIDS)
  api = backend.server.origin
  browser = given
  shops = await openThreeShops(api)
  folder = mkdtempSync(path.join(tmpdir(), 'kaizhang-apps-'))
  const compile = (at: number) =>
    runCompiler(
      ...['--shop', shops[at]?.slug ?? '', '--target', 'weapp', '--out', outOf(at)],
      ...['--api', api, '--appid', APPIDS[at] ?? ''],
    )
  const [first, second] = await Promise.all([compile(0), compile(1)])
  for (const { code, err } of [first, second, await compile(2)]) if (code !== 0) throw new Error(err)
})

test.afterAll(async () => {
  await backend?.dispose()
  rmSync(folder, { recursive: true, force: true })
})

interface StorefrontReply {
  look: { sections: { kind: string }[] }
}

test.describe('compiled mini-program', LONG_RUN, () => {
  for (const at of [0, 1, 2])
    test(`contains exactly the sections of its shop (shop ${at})`, async () => {
      const reply = await fetch(`${api}/api/storefronts/${shops[at]?.slug}`)
      const { sections } = ((await reply.json()) as StorefrontReply).look
      const kinds = new Set(sections.map(({ kind }) => kind))
      const scripts = readdirSync(outOf(at)).filter((name) => /^section-.*\.js$/.test(name))
      const full = scripts.filter((name) => statSync(path.join(outOf(at), name)).size > 300)
      expect(new Set(full.map((name) => name.slice('section-'.length, -'.js'.length)))).toEqual(kinds)
    })

  for (const at of [0, 1, 2])
    test(`is complete and contains nothing of other shops (shop ${at})`, () => {
      expect(checkBundle(outOf(at), { ecmaVersion: 2018 })).toEqual([])
      const text = textsIn(outOf(at))
      const app = JSON.parse(readFileSync(path.join(outOf(at), 'app.json'), 'utf8'))
      expect(app.window.navigationBarTitleText).toBe(shops[at]?.name)
      expect(app.pages).toEqual(['pages/storefront/shop', 'pages/storefront/product'])
      expect(app.subPackages).toEqual([
        { root: 'pages/orders', pages: ['checkout', 'order', 'mine', 'find-goods'] },
        { root: 'pages/merchant', pages: ['claim'] },
        { root: 'pages/pay', pages: ['ask', 'link'] },
        { root: 'pages/privacy', pages: ['index', 'report'] },
      ])
      for (const [other, shop] of shops.entries()) {
        const identifiers = [shop.slug, shop.shopId, shop.name, shop.phone, APPIDS[other], shop.goods[0]?.id]
        const foundTexts = identifiers.filter((word) => word && text.includes(word))
        expect(foundTexts).toEqual(other === at ? identifiers : [])
      }
    })

  interface ExtJson {
    extAppid: string
    ext: Record<string, string>
  }

  /** Launches the engine as a copied template with this `ext`, as WeChat does. */
  function launchTemplate(ext: ExtJson['ext'], appId: string) {
    const [engine = ''] = readdirSync('dist/engine').filter((name) => name.startsWith('weapp-'))
    return launchWeapp({
      dist: path.join('dist/engine', engine),
      browser,
      apiOrigin: api,
      builtOrigin: api,
      privacyAgreed: true,
      appId,
      mocks: { login: () => ({ code: backend.loginCode('person-ext', appId) }) },
      extConfig: ext,
    })
  }

  test('opens the shop named in its ext and sells as a copied template', async () => {
    const out = path.join(folder, 'ext')
    const wanted = ['--shop', shops[1]?.slug ?? '', '--api', api, '--appid', APPIDS[1] ?? '']
    const ran = await runCompiler(...wanted, '--target', 'weapp', '--ext-only', '--out', out)
    expect(ran.code).toBe(0)
    const { ext, extAppid } = JSON.parse(readFileSync(path.join(out, 'ext.json'), 'utf8')) as ExtJson
    expect(extAppid).toBe(APPIDS[1])
    const app = await launchTemplate(ext, extAppid)
    try {
      await app.waitText(shops[1]?.name ?? '')
      await app.waitText(shops[1]?.goods[0]?.name ?? '')
      await firstPlus(app).tap()
      await app.tapText(cartWords.order)
      await app.waitText(checkoutWords.title)
      expect(await app.text()).not.toContain(shops[0]?.name)
    } finally {
      await app.close()
    }
  })

  /** Launches a shop's app for one user. */
  const launch = (at: number, online: boolean) =>
    launchWeapp({
      dist: outOf(at),
      browser,
      apiOrigin: api,
      builtOrigin: api,
      online,
      privacyAgreed: true,
      appId: APPIDS[at] ?? '',
      mocks: { login: () => ({ code: backend.loginCode(`person-${at}`, APPIDS[at]) }) },
    })

  interface Orders {
    items: { receiver?: { name?: string }; lines: unknown[] }[]
  }

  test('closes the cart on back although the shop is its first page', async () => {
    const app = await launch(2, true)
    const sheets = (count: number) => expect(app.page.locator('[role="dialog"]')).toHaveCount(count)
    try {
      await firstPlus(app).tap()
      await app.tapText(cartWords.count(1))
      await sheets(1)
      await app.page.waitForFunction(() =>
        [...document.querySelectorAll<HTMLElement>('wx-page-container')].some(
          ({ style }) => style.display !== 'none',
        ),
      )
      await app.pressBack()
      await sheets(0)
      expect(await app.routes()).toEqual(['pages/storefront/shop'])
      expect(await app.errors()).toEqual([])
    } finally {
      await app.close()
    }
  })

  test('places an order at the server', async () => {
    const shop = shops[2] as TestShop
    const app = await launch(2, true)
    try {
      await app.waitText(shop.goods[0]?.name ?? '')
      await firstPlus(app).tap()
      await app.tapText(cartWords.order)
      await app.fill(
        `[aria-label="${checkoutWords.receiver.paste}"]`,
        '收货人甲 19900000001 甘肃省陇南市成县沙坝镇下街18号',
      )
      await app.waitText(checkoutWords.receiver.pasted)
      await app.tapText(checkoutWords.submit)
      await app.waitText(ordersWords.next.buyer(unpaidOrder('placed', 'local')))
      const { items } = (await shop.owner.send<Orders>('GET', `/api/shops/${shop.shopId}/orders`)).body
      expect(items.map(({ receiver, lines }) => [receiver?.name, lines.length])).toEqual([['收货人甲', 1]])
      expect(await app.errors()).toEqual([])
    } finally {
      await app.close()
    }
  })

  test("leads from a buyer's orders to the copy and the deletion of the buyer's data", async () => {
    const app = await launch(2, true)
    try {
      await app.tapText(storefrontWords.end.orders)
      await app.tapText(ordersWords.privacy)
      await app.waitText(myDataWords.copy.title)
      await app.waitText(myDataWords.remove.title)
      expect(await app.errors()).toEqual([])
    } finally {
      await app.close()
    }
  })

  for (const at of [0, 1, 2])
    test(`renders offline and refreshes once online (shop ${at})`, async () => {
      const shop = shops[at] as TestShop
      const storefront = await fetch(`${api}/api/storefronts/${shop.slug}`)
      const { products } = (await storefront.json()) as { products: { id: string; name: string }[] }
      const app = await launch(at, false)
      try {
        await app.waitText(shop.name)
        await app.waitText(products[0]?.name ?? '')
        await app.waitText('没有网络，这是')
        // bundled pictures are shown, while the server's are unavailable
        if (at < 2)
          await app.page.waitForFunction(() =>
            [...document.images].some(
              ({ src, naturalWidth }) => src.includes('/pictures/') && naturalWidth > 0,
            ),
          )
        const renamed = `${products[0]?.name}新`
        const good = shop.goods.find(({ id }) => id === products[0]?.id)
        if (!good) throw new Error('the first product is none of the shop')
        const { id, ...rest } = good
        const put = await shop.owner.send('PUT', `/api/shops/${shop.shopId}/products/${id}`, {
          ...rest,
          version: 1,
          name: renamed,
        })
        expect(put.status).toBe(200)
        await app.setOnline(true)
        await app.waitText(renamed)
        await app.waitGone('没有网络，这是')
        expect(await app.errors()).toEqual([])
      } finally {
        await app.close()
      }
    })
})
