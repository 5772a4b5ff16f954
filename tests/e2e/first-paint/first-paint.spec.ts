import type { Browser } from '@playwright/test'
import sharp from 'sharp'
import type { RouteReply } from '@/contract/routes'
import { goodsWords } from '@/locales/product/goods'
import { storefrontWords } from '@/locales/storefront/storefront'
import { openStockedShop } from '../../support/stocked-shop'
import { LONG_RUN, longRunUnless } from '../long-run'
import { expect, test } from '../test'
import { looksOf, type Visitor, visit } from './visitor'

const TEMPLATES = ['woodgrain', 'orchard', 'plain']
const SCREENS = [
  { width: 320, height: 568 },
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
]

let origin: string
let browser: Browser
let visitor: Visitor | undefined
const slugs: Record<string, string> = {}

// the shops are opened once
test.describe.configure({ mode: 'default' })

test.beforeAll(async ({ browser: given, sharedServer: { server } }) => {
  browser = given
  origin = server.origin
  for (const template of TEMPLATES)
    slugs[template] = (await openStockedShop(origin, { template, photos: 3 })).slug
})
test.afterEach(async () => {
  expect(visitor?.errors ?? []).toEqual([])
  await visitor?.context.close()
  visitor = undefined
})
const urlOf = (slug: string | undefined) => `${origin}/s/${slug}`

async function openShop(slug = slugs.woodgrain, options: Parameters<typeof visit>[2] = {}) {
  visitor = await visit(browser, urlOf(slug), options)
  return visitor
}

/** Returns the id of a product of the first shop. */
async function idOf(name: string): Promise<string | undefined> {
  const reply = await fetch(`${origin}/api/storefronts/${slugs.woodgrain}`)
  const { products } = (await reply.json()) as RouteReply<'GET /api/storefronts/:slug'>
  return products.find((product) => product.name === name)?.id
}

for (const template of TEMPLATES)
  for (const screen of SCREENS)
    test(
      `first paint of ${template} is taken over by Taro without moving or repainting anything at ${screen.width} × ${screen.height}`,
      longRunUnless(screen === SCREENS[TEMPLATES.indexOf(template)]),
      async () => {
        const { page, boot, shift } = await openShop(slugs[template], screen)
        const painted = await page.screenshot()
        const before = await looksOf(page, '#first-paint')
        await boot()
        const after = await looksOf(page, '.taro_page')
        expect(before.length).toBeGreaterThan(60)
        expect(after).toEqual(before)
        expect((await page.screenshot()).equals(painted)).toBe(true)
        expect(await shift()).toBeLessThanOrEqual(0.02)
        await expect(page).toHaveTitle('成县山货铺')
      },
    )

test(
  'first paint in a wide window keeps the room of the basket, which comes with Taro',
  LONG_RUN,
  async () => {
    const { boot, shift } = await openShop(slugs.woodgrain, { width: 1366, height: 768 })
    await boot()
    expect(await shift()).toBeLessThanOrEqual(0.02)
  },
)

test('first paint is followed by no blank frame', async () => {
  const { page, context, boot } = await openShop()
  // photos, drawings and what is below come after the first frame
  await page.waitForFunction(
    () =>
      !document.querySelector('.first-paint--early') &&
      [...document.images].every((image) => image.complete || image.loading === 'lazy'),
  )
  const session = await context.newCDPSession(page)
  const frames: Buffer[] = []
  session.on('Page.screencastFrame', ({ data, sessionId }) => {
    frames.push(Buffer.from(data, 'base64'))
    void session.send('Page.screencastFrameAck', { sessionId })
  })
  await session.send('Page.startScreencast', { format: 'png', everyNthFrame: 1 })
  // the screencast emits a frame only on a repaint, so this repaints until the end
  await page.evaluate(() => {
    const dot = document.body.appendChild(document.createElement('i'))
    dot.style.cssText = 'position:fixed;z-index:99;top:0;left:0;width:2px;height:2px'
    setInterval(() => {
      dot.style.background = dot.style.background === 'red' ? 'blue' : 'red'
    }, 10)
  })
  await boot()
  await page.waitForTimeout(300)
  await session.send('Page.stopScreencast')
  expect(frames.length).toBeGreaterThan(5)
  const whole = await Promise.all(frames.map(async (frame) => (await sharp(frame).stats()).entropy))
  // a blank page has almost no entropy, a loading page far less than the shop
  expect(Math.min(...whole)).toBeGreaterThan(0.9 * Math.max(...whole))
})

const plus = (page: Visitor['page'], root: string, at: number) => page.locator(`${root} .goods__add`).nth(at)
const counts = (page: Visitor['page']) => page.locator('.taro_page .goods__count').allTextContents()

test('first paint replays taps on + once each', async () => {
  const { page, boot } = await openShop()
  await plus(page, '#first-paint', 0).tap()
  await plus(page, '#first-paint', 0).tap()
  await plus(page, '#first-paint', 1).tap()
  await boot()
  expect(await counts(page)).toEqual(['2', '1'])
  await plus(page, '.taro_page', 0).tap()
  await page.waitForTimeout(700)
  expect(await counts(page)).toEqual(['3', '1'])
  await page.reload()
  await expect(page.locator('#first-paint')).toHaveCount(0)
  expect(await counts(page)).toEqual(['3', '1'])
})

test('first paint waits for a finger that is down during its replacement', LONG_RUN, async () => {
  const { page, boot } = await openShop()
  const box = await plus(page, '#first-paint', 0).boundingBox()
  if (!box) throw new Error('no +')
  await page.mouse.move(box.x + 10, box.y + 10)
  await page.mouse.down()
  const booted = boot()
  await expect(page.locator('.taro_page_stationed')).toBeAttached()
  await page.waitForTimeout(800)
  await expect(page.locator('#first-paint')).toHaveCount(1)
  await page.mouse.up()
  await booted
  expect(await counts(page)).toEqual(['1'])
})

test('first paint opens a tapped product once', LONG_RUN, async () => {
  const { page, boot } = await openShop()
  const picture = page.locator('#first-paint .goods-card__open img').first()
  const wanted = await idOf((await picture.getAttribute('alt')) ?? '')
  await picture.tap()
  await picture.tap()
  await boot()
  await page.waitForURL(/\/product\?/)
  expect(new URL(page.url()).searchParams.get('id')).toBe(wanted)
  await page.waitForTimeout(800)
  await expect(page.locator('.taro_page')).toHaveCount(2)
  await page.goBack()
  await page.waitForURL(/\/s\//)
})

test('first paint applies a tapped category', LONG_RUN, async () => {
  const { page, boot } = await openShop()
  await page.locator('#first-paint [role=tab]').nth(2).tap()
  await boot()
  const chosen = page.locator('.taro_page [role=tab][aria-selected=true]')
  expect(await chosen.textContent()).toBe('水果')
})

test('first paint replays Enter once and keeps the focus', LONG_RUN, async () => {
  const { page, boot } = await openShop()
  await plus(page, '#first-paint', 1).focus()
  await page.keyboard.press('Enter')
  await boot()
  expect(await counts(page)).toEqual(['1'])
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  expect(focused).toBe(await plus(page, '.taro_page', 1).getAttribute('aria-label'))
})

test('first paint keeps the scroll position', LONG_RUN, async () => {
  const { page, boot } = await openShop()
  await page.locator('#first-paint').evaluate((layer) => layer.scrollTo(0, 333))
  await boot()
  expect(await page.locator('.taro_page').evaluate((element) => element.scrollTop)).toBe(333)
})

test('first paint exposes each element once to assistive technology', async () => {
  const { page, boot } = await openShop()
  const headings = () => page.getByRole('heading', { name: '成县山货铺', level: 1 }).count()
  const buttons = () => page.getByRole('button', { name: goodsWords.add('好货 1') }).count()
  expect([await headings(), await buttons()]).toEqual([1, 1])
  await boot()
  expect([await headings(), await buttons()]).toEqual([1, 1])
})

test('first paint is readable to its end without JavaScript', async () => {
  const { page } = await openShop(slugs.woodgrain, { script: false })
  for (const words of ['成县山货铺', '好货 1', '13800000000'])
    await page.getByText(words, { exact: true }).last().scrollIntoViewIfNeeded()
  expect(await page.locator('#first-paint .price').count()).toBeGreaterThan(10)
  await page.getByText(storefrontWords.end.orders).scrollIntoViewIfNeeded()
  await expect(page.getByText(storefrontWords.end.orders)).toBeVisible()
})

test('first paint shows that a shop is closed', async () => {
  const shop = await openStockedShop(origin)
  const read = await shop.owner.send<{ shop: Record<string, unknown> }>('GET', `/api/shops/${shop.shopId}`)
  const { id, slug, trade, openedAt, ...settings } = read.body.shop
  const closed = { ...settings, closedUntil: '2099-01-01' }
  expect((await shop.owner.send('PUT', `/api/shops/${shop.shopId}/settings`, closed)).status).toBe(200)
  const { page, boot } = await openShop(shop.slug)
  const before = await looksOf(page, '#first-paint')
  await expect(page.locator('.call-note')).toBeVisible()
  await boot()
  expect(await looksOf(page, '.taro_page')).toEqual(before)
})

test('first paint does not shift when a stored cart is restored', async () => {
  const { page, boot, shift } = await openShop()
  await plus(page, '#first-paint', 0).tap()
  await boot()
  const again = await page.context().newPage()
  await again.goto(urlOf(slugs.woodgrain))
  await expect(again.locator('#first-paint')).toHaveCount(0)
  expect(await counts(again)).toEqual(['1'])
  expect(await shift()).toBeLessThanOrEqual(0.02)
})

test('first paint of a missing shop reports that it is missing and links to the home page', async () => {
  const { page, boot } = await openShop('nowhere1')
  const before = await looksOf(page, '#first-paint')
  await page.getByText(storefrontWords.gone.home).tap()
  await boot()
  expect(before.join()).toContain(storefrontWords.gone.title)
  await page.waitForURL(/\/home/)
})
