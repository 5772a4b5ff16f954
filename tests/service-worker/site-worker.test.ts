import type { SiteManifest } from '@/service-worker/manifest'
import { runSiteWorker } from '@/service-worker/site-worker'
import { createBasicResponse, createFakeBrowser, type NetworkHandler } from './fake-worker-scope'

const HTML = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' }
const SCRIPT = { 'content-type': 'text/javascript', 'cache-control': 'public, max-age=31536000, immutable' }
const WEBP = { 'content-type': 'image/webp', 'cache-control': 'public, max-age=31536000, immutable' }

const APP = 'js/app.0123abcd.js'
const SHOP = '/js/shop.0123abcd.js'
const ORDER = '/js/order.0123abcd.js'
const readSite = (build: string): SiteManifest => ({
  kind: 'site',
  build,
  start: [APP],
  files: [`/${APP}`, SHOP],
  more: [ORDER],
})
const photoOf = (at: number, width = 375) => `/photos/${String(at).padStart(32, '0')}-${width}.webp`

/** Answers as a healthy server does. */
const healthyServer: NetworkHandler = (path) => {
  if (path.startsWith('/js/')) return createBasicResponse(path, SCRIPT)
  if (path.startsWith('/photos/')) return createBasicResponse(path, WEBP)
  return createBasicResponse(`<title>${path}</title><script src="/${APP}"></script>`, HTML)
}
const page = { mode: 'navigate' }
const onShop = { referrer: '/s/abc123' }

let browser: ReturnType<typeof createFakeBrowser>

beforeEach(() => {
  browser = createFakeBrowser()
  browser.answer(healthyServer)
})

async function installed(build = 'one') {
  const worker = browser.run((scope) => runSiteWorker(scope, readSite(build)))
  await worker.install()
  await worker.activate()
  return worker
}
const textOf = async (answer: Promise<Response | undefined>) => (await answer)?.text()
const cachedIn = (cache: string) => [...(browser.caches.get(cache)?.keys() ?? [])]

test('the worker serves a page from the network and the cached app shell offline', async () => {
  const worker = await installed()
  expect(await textOf(worker.ask('/s/abc123', page))).toContain('/s/abc123')
  browser.answer(() => undefined)
  expect(await textOf(worker.ask('/s/abc123', page))).toContain('/index.html')
  expect(await textOf(worker.ask(SHOP))).toBe(SHOP)
})

test.each([502, 503, 504])(
  'the worker serves the cached app shell when the server answers %p',
  async (status) => {
    const worker = await installed()
    browser.answer(() => createBasicResponse('down', HTML, { status }))
    expect(await textOf(worker.ask('/product', page))).toContain('/index.html')
  },
)

test.each([404, 500])('the worker passes on a page that answers %p', async (status) => {
  const worker = await installed()
  browser.answer(() => createBasicResponse('so it is', HTML, { status }))
  expect(await textOf(worker.ask('/s/abc123', page))).toBe('so it is')
})

describe('page on a slow network', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  test('is replaced by the cached app shell after ten seconds', async () => {
    const worker = await installed()
    browser.answer(
      () => new Promise((resolve) => setTimeout(() => resolve(createBasicResponse('late', HTML)), 9_900)),
    )
    const answer = textOf(worker.ask('/s/abc123', page))
    await jest.advanceTimersByTimeAsync(9_950)
    expect(await answer).toBe('late')
    browser.answer(() => new Promise(() => undefined))
    const mute = textOf(worker.ask('/s/abc123', page))
    await jest.advanceTimersByTimeAsync(10_050)
    expect(await mute).toContain('/index.html')
  })
})

test.each([
  ['an order', '/api/shops/1/orders/2', {}],
  ['the own account', '/api/me', {}],
  ['a storefront response', '/api/storefronts/abc123', onShop],
  ['the worker itself', '/sw.js', {}],
  ['the share picture', '/s/abc123/share.jpg', onShop],
  ['the code of a product', '/s/abc123/p/01J000000000000000000000P1/code.png', onShop],
  ['a photo in the lists of a seller', photoOf(1), { referrer: '/merchant' }],
  ['a navigation to a file', '/api/openapi.json', page],
  ['a POST request', '/s/abc123', { ...page, method: 'POST' }],
  ['another origin', 'https://other.example.org/js/app.0123abcd.js', {}],
])('the worker does not handle %s', async (_, path, how) => {
  const worker = await installed()
  const before = browser.requestedPaths.length
  expect(await worker.ask(path, how)).toBeUndefined()
  expect(browser.requestedPaths).toHaveLength(before)
})

test('the worker caches the app shell only, never a page of the server', async () => {
  const worker = await installed()
  await worker.ask('/s/abc123', page)
  await worker.ask('/order?shop=1&order=2', page)
  expect([...browser.caches.keys()]).toEqual(['kz-site-one'])
  expect(cachedIn('kz-site-one').sort()).toEqual(['/index.html', `/${APP}`, SHOP, ORDER].sort())
})

test('the worker precaches only the start files when data saving is on', async () => {
  browser.saveData()
  await installed()
  expect(cachedIn('kz-site-one').sort()).toEqual(['/index.html', `/${APP}`, SHOP].sort())
})

const brokenBuilds: Record<string, NetworkHandler> = {
  'a missing script': (path) =>
    path === SHOP ? createBasicResponse('no', HTML, { status: 404 }) : healthyServer(path),
  'a login page in place of a script': (path) =>
    path === SHOP ? createBasicResponse('<h1>sign in</h1>', HTML) : healthyServer(path),
  'a partial script': (path) =>
    path === SHOP ? createBasicResponse('ha', SCRIPT, { status: 206 }) : healthyServer(path),
  'a page of another build': (path) =>
    path === '/index.html' ? createBasicResponse('other', HTML) : healthyServer(path),
  'a private page': (path) =>
    path === '/index.html'
      ? createBasicResponse(APP, { ...HTML, 'cache-control': 'private' })
      : healthyServer(path),
  'a failing server': () => createBasicResponse('oh', HTML, { status: 500 }),
}
test.each(Object.entries(brokenBuilds))(
  'the worker does not install a build with %s and keeps the previous build',
  async (_, network) => {
    const before = await installed('one')
    browser.answer(network)
    await expect(installed('two')).rejects.toThrow()
    expect([...browser.caches.keys()]).toEqual(['kz-site-one'])
    browser.answer(() => undefined)
    expect(await textOf(before.ask('/', page))).toContain('/index.html')
  },
)

test('the worker keeps the previous build for open pages and deletes older ones', async () => {
  for (const build of ['one', 'two', 'three']) await installed(build)
  expect([...browser.caches.keys()]).toEqual(['kz-site-two', 'kz-site-three'])
})

test('the worker caches files of other pages once they were loaded correctly', async () => {
  const worker = await installed()
  const [seller, lost] = ['/js/merchant.0123abcd.js', '/js/lost.0123abcd.js']
  browser.answer((path) =>
    path === lost ? createBasicResponse('<h1>sign in</h1>', HTML) : healthyServer(path),
  )
  await worker.ask(seller)
  await worker.ask(lost)
  browser.answer(() => undefined)
  expect(await textOf(worker.ask(seller))).toBe(seller)
  await expect(worker.ask(lost)).rejects.toThrow()
})

test('the worker caches the last sixty photos of storefront pages', async () => {
  const worker = await installed()
  for (let at = 1; at <= 65; at++) await worker.ask(photoOf(at), onShop)
  expect(cachedIn('kz-photos')).toEqual(Array.from({ length: 60 }, (_, at) => photoOf(at + 6)))
  browser.answer(() => undefined)
  expect(await textOf(worker.ask(photoOf(65), onShop))).toBe(photoOf(65))
  expect(await textOf(worker.ask(photoOf(65, 1200), { referrer: '/product' }))).toBe(photoOf(65))
  await expect(worker.ask(photoOf(1), onShop)).rejects.toThrow()
})

test('the worker caches files that a storefront page reports, and ignores other messages', async () => {
  const worker = await installed()
  const home = '/js/home.0123abcd.js'
  await worker.message([photoOf(1), '/api/me', 'data:image/png;base64,', home, photoOf(2)], '/s/abc123')
  await worker.message([photoOf(3)], '/merchant?shop=1')
  await worker.message('nonsense', '/s/abc123')
  expect(cachedIn('kz-photos')).toEqual([photoOf(1), photoOf(2)])
  expect(cachedIn('kz-site-one').sort()).toEqual(['/index.html', `/${APP}`, SHOP, ORDER, home].sort())
})

test.each([
  ['missing', createBasicResponse('gone', WEBP, { status: 404 })],
  ['an HTML page', createBasicResponse('<h1>sign in</h1>', HTML)],
])('the worker does not cache a photo that is %s', async (_, answer) => {
  const worker = await installed()
  browser.answer(() => answer)
  await worker.ask(photoOf(1), onShop)
  expect(cachedIn('kz-photos')).toEqual([])
})

test('the worker answers normally when the storage is full', async () => {
  const worker = await installed()
  browser.fillUp()
  expect(await textOf(worker.ask(photoOf(1), onShop))).toBe(photoOf(1))
  expect(cachedIn('kz-photos')).toEqual([])
})
