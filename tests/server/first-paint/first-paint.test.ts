import { strFromU8, unzipSync } from 'fflate'
import { JSDOM } from 'jsdom'
import { dayOf } from '@/domain/day'
import { createRecording } from '../../support/voice-recording'
import { sendAndSpend } from '../support/spend-limit'
import { sendVoice } from '../support/stories/send-media'
import { createTestEnvironment, environmentPerFile, newId } from '../support/test-environment'
import { type OpenedShop, openShop } from '../support/test-shop'
import { createFakeH5Build } from './fake-h5-build'

const site = createFakeH5Build()
const env = environmentPerFile({
  settings: { h5Folder: site.folder, allowedHosts: ['shop.example.org'] },
})

afterAll(() => site.remove())

const get = (slug: string, headers: Record<string, string> = {}) =>
  env.app.inject({
    url: `/s/${slug}`,
    headers: { host: 'shop.example.org', accept: 'text/html', ...headers },
  })

async function pageOf(slug: string) {
  const answer = await get(slug)
  return { answer, document: new JSDOM(answer.body).window.document }
}

const contentOf = (document: Document, selector: string) =>
  document.querySelector(selector)?.getAttribute('content')
const jsonOf = (document: Document, selector: string) =>
  JSON.parse(document.querySelector(selector)?.textContent ?? 'null')

const product = (name: string, stock = 5, price = 1280) => ({
  id: newId(),
  name,
  unit: '斤',
  photos: [],
  skus: [{ id: newId(), price, stock }],
  onSale: true,
})

test('the exported page has a native audio player for a voice, unlike the served page', async () => {
  const shop = await opened({ name: '会说话的店' })
  const { id, hash, ms } = (await sendVoice(env.app, shop.owner, newId(), createRecording(500))).json()
  const route = `/api/shops/${shop.shopId}/look`
  const { draft } = (await shop.owner.call(`GET ${route}`)).json()
  const settings = { title: '', text: '', photos: [], form: 'letter', voice: { id, hash, ms } }
  const sections = [...draft.sections, { id: 'voice-story', kind: 'story', settings }]
  await shop.owner.call(`PUT ${route}-draft`, { ...draft, sections })
  await shop.owner.call(`POST ${route}/publish`, { id: newId(), draftVersion: 1 })
  const { document } = await pageOf(shop.slug)
  expect(document.querySelector(`[data-voice="/voices/${hash}.mp3"]`)?.getAttribute('role')).toBe('button')
  expect(document.querySelector('audio')).toBeNull()

  const { url } = (await shop.owner.call(`POST /api/shops/${shop.shopId}/exports`, { id: newId() })).json()
  const files = unzipSync((await env.app.inject(new URL(url).pathname)).rawPayload)
  const page = new JSDOM(strFromU8(files['index.html'] ?? new Uint8Array())).window.document
  const player = page.querySelector('.voice-player audio')
  expect(player?.getAttribute('src')).toBe(`voices/${hash}.mp3`)
  expect(player?.hasAttribute('controls')).toBe(true)
  expect(files[`voices/${hash}.mp3`]?.length).toBeGreaterThan(1000)
})

const opened = (request: OpenedShop['request'] | object) => openShop(env, { request })

test('the first paint of a shop contains its name, products, prices and phone', async () => {
  const { slug } = await opened({
    name: '成县核桃铺',
    place: '陇南成县',
    phone: '13800000000',
    products: [product('核桃'), product('花椒', 0)],
  })
  const { answer, document } = await pageOf(slug)
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
  const screen = document.getElementById('first-paint')
  expect(screen?.querySelector('[role=heading]')?.textContent).toBe('成县核桃铺')
  expect(screen?.querySelectorAll('.goods-card')).toHaveLength(2)
  expect(screen?.querySelector('.goods-card .price__number')?.textContent).toBe('12.8')
  expect(screen?.querySelectorAll('.goods__add')).toHaveLength(1)
  expect(screen?.textContent).toMatch(/卖完了.*13800000000/)
  expect(document.getElementById('app')?.getAttribute('style')).toBe('visibility:hidden')
})

test('the head of a shop page describes it to readers, chat apps and search engines', async () => {
  const { slug } = await opened({ name: '成县核桃铺', products: [product('核桃'), product('花椒', 0)] })
  const { document } = await pageOf(slug)
  const url = `http://shop.example.org/s/${slug}`
  expect(document.title).toBe('成县核桃铺')
  expect(contentOf(document, 'meta[name=description]')).toBe('卖核桃、花椒')
  expect(contentOf(document, 'meta[name=theme-color]')).toMatch(/^#[0-9a-f]{6}$/)
  expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(url)
  expect(contentOf(document, 'meta[property="og:image"]')).toBe(`${url}/share.jpg`)
  expect(contentOf(document, 'meta[property="og:title"]')).toBe('成县核桃铺')
  expect(contentOf(document, 'meta[property="og:url"]')).toBe(url)
  expect(jsonOf(document, '[type="application/ld+json"]')).toMatchObject({
    '@type': 'Store',
    name: '成县核桃铺',
    url,
    makesOffer: [
      { price: '12.80', priceCurrency: 'CNY', availability: 'https://schema.org/InStock' },
      { availability: 'https://schema.org/OutOfStock', itemOffered: { name: '花椒' } },
    ],
  })
})

test('unknown hosts all get the same shop page', async () => {
  const { slug } = await opened({})
  const [one, other] = [await get(slug, { host: 'a.example' }), await get(slug, { host: 'b.example' })]
  expect(one.body).toContain(`<link rel="canonical" href="http://shop.example.org/s/${slug}">`)
  expect(other.body).toBe(one.body)
})

test('a shop page requests the microphone permission for itself only', async () => {
  const { slug } = await opened({})
  expect((await get(slug)).headers['permissions-policy']).toMatch(
    /^camera=\(\), .*geolocation=\(\), microphone=\(self\)/,
  )
})

test('shop pages and share pictures count towards the read limit, and a surplus page answers 429', async () => {
  const limited = await createTestEnvironment({ settings: { h5Folder: site.folder, rateLimits: true } })
  const { slug } = await openShop(limited)
  const ask = (url: string) => limited.app.inject({ url, headers: { accept: 'text/html' } })
  const onlyCounted = process.env.KZ_LONG === '1' ? 0 : 5900
  expect((await sendAndSpend(() => ask(`/s/${slug}/share.jpg`), onlyCounted)).statusCode).toBe(200)
  for (let i = onlyCounted; i < 5998; i += 1) await ask(`/s/${slug}`)
  expect((await ask(`/s/${slug}`)).statusCode).toBe(200)
  const late = await ask(`/s/${slug}`)
  expect([late.statusCode, late.headers['content-type']]).toEqual([429, 'text/html; charset=utf-8'])
  expect(Number(late.headers['retry-after'])).toBeGreaterThan(0)
  expect(late.body).not.toContain('firstRead')
  expect((await ask(`/s/${slug}/share.jpg`)).json()).toMatchObject({ status: 429, code: 'too-many' })
  expect((await ask('/')).statusCode).toBe(200)
  await limited.app.close()
})

test('a shop page uses the configured public address', async () => {
  const other = await createTestEnvironment({
    settings: { h5Folder: site.folder, publicUrl: 'https://kz.example.org' },
  })
  const { slug } = await openShop(other)
  const page = await other.app.inject({ url: `/s/${slug}`, headers: { host: 'inside:4180' } })
  expect(page.body).toContain(`content="https://kz.example.org/s/${slug}/share.jpg"`)
  expect(page.body).not.toContain('inside:4180')
  await other.app.close()
})

const hostile = [
  '</script><script>x()',
  '"\'$&</title></style>',
  '"><img onerror=x() >',
  '<!--<script>',
  "$`$'$&$1",
  'متجر الجوز',
  '👩🏽‍🌾🌰店',
  '&lt;b&gt;',
  '核桃'.repeat(10),
]

test.each(hostile)('a shop named %j is shown literally and injects no markup', async (name) => {
  const place = `${name}<p onload`
  const { slug } = await opened({ name, place, products: [product(name)] })
  const { document } = await pageOf(slug)
  expect(document.title).toBe(name)
  expect(document.querySelectorAll('script')).toHaveLength(5)
  expect(document.querySelectorAll('[onerror],[onload],b,p')).toHaveLength(0)
  expect(document.querySelector('.goods-large__name,.goods-card__name,.goods-row__name')?.textContent).toBe(
    name,
  )
  expect(document.querySelector('.shop-head__place-words')?.textContent).toBe(place)
  expect(jsonOf(document, '[type="application/ld+json"]').name).toBe(name)
})

test.each(['woodgrain', 'orchard', 'plain'])(
  'the first paint with the template %s is complete',
  async (template) => {
    const { slug } = await opened({ template, products: [product('核桃'), product('花椒'), product('木耳')] })
    const { document } = await pageOf(slug)
    const page = document.querySelector('#first-paint > .page')
    const look = page?.querySelector(':scope > .page__main > .look-area > .look')
    expect(look?.querySelectorAll('.goods-card,.goods-row,.goods-large')).toHaveLength(3)
    expect(page?.getAttribute('style')).toMatch(/--brand:#[0-9a-f]{6}/)
  },
)

test('the first paint of a closed shop says that it is closed and offers no order button', async () => {
  const shop = await opened({ phone: '13800000000', products: [product('核桃')] })
  const { shop: facts } = (await env.app.inject(`/api/storefronts/${shop.slug}`)).json()
  const { id, slug, trade, openedAt, ...settings } = facts
  const closedUntil = dayOf(Date.now() + 3 * 86_400_000)
  const set = await shop.owner.call(`PUT /api/shops/${shop.shopId}/settings`, { ...settings, closedUntil })
  expect(set.statusCode).toBe(200)
  const { document } = await pageOf(shop.slug)
  expect(document.querySelectorAll('.goods__add,.goods-large__buy')).toHaveLength(0)
  expect(document.querySelector('.page__foot .call-note')).not.toBeNull()
})

test('a shop page answers 304 until the shop changes', async () => {
  const shop = await opened({ products: [product('核桃', 5)] })
  const first = await get(shop.slug)
  const etag = String(first.headers.etag)
  expect((await get(shop.slug, { 'if-none-match': etag })).statusCode).toBe(304)
  const added = product('新来的蜂蜜')
  const { id, ...body } = added
  const put = await shop.owner.call(`PUT /api/shops/${shop.shopId}/products/${id}`, { ...body, version: 0 })
  expect(put.statusCode).toBe(200)
  const later = await get(shop.slug, { 'if-none-match': etag })
  expect([later.statusCode, later.body.includes('新来的蜂蜜')]).toEqual([200, true])
})

test('a shop page uses the host of the request for each known host', async () => {
  const { slug } = await opened({})
  const page = async (host: string) => (await get(slug, { host })).body
  expect(await page('localhost')).toContain(`http://localhost/s/${slug}/share.jpg`)
  expect(await page('shop.example.org')).toContain(`http://shop.example.org/s/${slug}/share.jpg`)
  expect(await page('localhost')).toContain(`http://localhost/s/${slug}/share.jpg`)
})

test('the page of a permanently closed shop has status 410 and says that it is closed', async () => {
  const shop = await opened({ name: '核桃小店', products: [product('核桃')] })
  expect((await get(shop.slug)).statusCode).toBe(200)
  await shop.owner.call(`PUT /api/shops/${shop.shopId}/closing`, { name: '核桃小店' })
  const { answer, document } = await pageOf(shop.slug)
  expect(answer.statusCode).toBe(410)
  expect(document.getElementById('first-paint')?.textContent).toContain('这家店关了')
  expect([document.title, contentOf(document, 'meta[name=robots]')]).toEqual(['这家店关了', 'noindex'])
  expect(answer.body).not.toContain('firstRead')
})

test('an unknown shop answers 404 with a page that links onwards', async () => {
  const { answer, document } = await pageOf('nowhere1')
  expect(answer.statusCode).toBe(404)
  expect(document.getElementById('first-paint')?.textContent).toContain('这家店找不到了')
  expect(document.querySelector('#first-paint [role=button]')).not.toBeNull()
  expect(contentOf(document, 'meta[name=robots]')).toBe('noindex')
  expect(answer.body).not.toContain('firstRead')
})
