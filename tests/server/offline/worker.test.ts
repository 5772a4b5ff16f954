import { noWorker } from '../../../server/offline/no-worker'
import { type KeptSite, offlineWorker } from '../../../server/offline/worker'
import { type Answers, basic, fakeBrowser } from './fake-scope'

const HTML = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' }
const SCRIPT = { 'content-type': 'text/javascript', 'cache-control': 'public, max-age=31536000, immutable' }
const WEBP = { 'content-type': 'image/webp', 'cache-control': 'public, max-age=31536000, immutable' }

const APP = 'js/app.0123abcd.js'
const SHOP = '/js/shop.0123abcd.js'
const ORDER = '/js/order.0123abcd.js'
const siteOf = (build: string): KeptSite => ({ build, start: [APP], files: [`/${APP}`, SHOP], more: [ORDER] })
const photoOf = (at: number, width = 375) => `/photos/${String(at).padStart(32, '0')}-${width}.webp`

/** The server as it should be. */
const sound: Answers = (path) => {
  if (path.startsWith('/js/')) return basic(path, SCRIPT)
  if (path.startsWith('/photos/')) return basic(path, WEBP)
  return basic(`<title>${path}</title><script src="/${APP}"></script>`, HTML)
}
const page = { mode: 'navigate' }
const onShop = { referrer: '/s/abc123' }

let browser: ReturnType<typeof fakeBrowser>

beforeEach(() => {
  browser = fakeBrowser()
  browser.answer(sound)
})

async function installed(build = 'one') {
  const worker = browser.run((scope) => offlineWorker(scope, siteOf(build)))
  await worker.install()
  await worker.activate()
  return worker
}
const textOf = async (answer: Promise<Response | undefined>) => (await answer)?.text()
const keptIn = (cache: string) => [...(browser.caches.get(cache)?.keys() ?? [])]

test('a page comes from the network while there is one, and is the site’s own where there is none', async () => {
  const worker = await installed()
  expect(await textOf(worker.ask('/s/abc123', page))).toContain('/s/abc123')
  browser.answer(() => undefined)
  expect(await textOf(worker.ask('/s/abc123', page))).toContain('/index.html')
  expect(await textOf(worker.ask(SHOP))).toBe(SHOP)
})

test.each([502, 503, 504])('a server that answers %p is as none', async (status) => {
  const worker = await installed()
  browser.answer(() => basic('down', HTML, { status }))
  expect(await textOf(worker.ask('/product', page))).toContain('/index.html')
})

test.each([404, 500])('what answers %p is an answer', async (status) => {
  const worker = await installed()
  browser.answer(() => basic('so it is', HTML, { status }))
  expect(await textOf(worker.ask('/s/abc123', page))).toBe('so it is')
})

describe('a network that is slow', () => {
  beforeEach(() => jest.useFakeTimers())
  afterEach(() => jest.useRealTimers())

  test('is waited for ten seconds', async () => {
    const worker = await installed()
    browser.answer(() => new Promise((resolve) => setTimeout(() => resolve(basic('late', HTML)), 9_900)))
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
  ['who she is', '/api/me', {}],
  ['a shop’s reply', '/api/storefronts/abc123', onShop],
  ['the worker itself', '/sw.js', {}],
  ['the share picture', '/s/abc123/share.jpg', onShop],
  ['a photo in her own lists', photoOf(1), { referrer: '/merchant' }],
  ['a page that is opened as a file', '/api/openapi.json', page],
  ['what is sent', '/s/abc123', { ...page, method: 'POST' }],
  ['another site', 'https://other.example.org/js/app.0123abcd.js', {}],
])('%s is none of its business', async (_, path, how) => {
  const worker = await installed()
  const before = browser.asked.length
  expect(await worker.ask(path, how)).toBeUndefined()
  expect(browser.asked).toHaveLength(before)
})

test('nothing of a page that a shop sends is kept, only the site’s own', async () => {
  const worker = await installed()
  await worker.ask('/s/abc123', page)
  await worker.ask('/order?shop=1&order=2', page)
  expect([...browser.caches.keys()]).toEqual(['kz-site-one'])
  expect(keptIn('kz-site-one').sort()).toEqual(['/index.html', `/${APP}`, SHOP, ORDER].sort())
})

test('who saves data keeps only what the page had loaded anyway', async () => {
  browser.saveData()
  await installed()
  expect(keptIn('kz-site-one').sort()).toEqual(['/index.html', `/${APP}`, SHOP].sort())
})

const poisons: Record<string, Answers> = {
  'a script that is not there': (path) => (path === SHOP ? basic('no', HTML, { status: 404 }) : sound(path)),
  'a script that is a page of the network’s own': (path) =>
    path === SHOP ? basic('<h1>sign in</h1>', HTML) : sound(path),
  'half a script': (path) => (path === SHOP ? basic('ha', SCRIPT, { status: 206 }) : sound(path)),
  'a page of another build': (path) => (path === '/index.html' ? basic('other', HTML) : sound(path)),
  'a page for one person': (path) =>
    path === '/index.html' ? basic(APP, { ...HTML, 'cache-control': 'private' }) : sound(path),
  'a broken server': () => basic('oh', HTML, { status: 500 }),
}
test.each(Object.entries(poisons))('%s is not kept, and the build before stays', async (_, poison) => {
  const before = await installed('one')
  browser.answer(poison)
  await expect(installed('two')).rejects.toThrow()
  expect([...browser.caches.keys()]).toEqual(['kz-site-one'])
  browser.answer(() => undefined)
  expect(await textOf(before.ask('/', page))).toContain('/index.html')
})

test('a new build is followed at once; the one before stays for open pages, older ones go', async () => {
  for (const build of ['one', 'two', 'three']) await installed(build)
  expect([...browser.caches.keys()]).toEqual(['kz-site-two', 'kz-site-three'])
})

test('files of other pages are kept once they were loaded, if they are what they should be', async () => {
  const worker = await installed()
  const [seller, lost] = ['/js/merchant.0123abcd.js', '/js/lost.0123abcd.js']
  browser.answer((path) => (path === lost ? basic('<h1>sign in</h1>', HTML) : sound(path)))
  await worker.ask(seller)
  await worker.ask(lost)
  browser.answer(() => undefined)
  expect(await textOf(worker.ask(seller))).toBe(seller)
  await expect(worker.ask(lost)).rejects.toThrow()
})

test('photos before buyers are kept, the sixty last', async () => {
  const worker = await installed()
  for (let at = 1; at <= 65; at++) await worker.ask(photoOf(at), onShop)
  expect(keptIn('kz-photos')).toEqual(Array.from({ length: 60 }, (_, at) => photoOf(at + 6)))
  browser.answer(() => undefined)
  expect(await textOf(worker.ask(photoOf(65), onShop))).toBe(photoOf(65))
  expect(await textOf(worker.ask(photoOf(65, 1200), { referrer: '/product' }))).toBe(photoOf(65))
  await expect(worker.ask(photoOf(1), onShop)).rejects.toThrow()
})

test('what was there before the worker is kept too, and nothing else it is told of', async () => {
  const worker = await installed()
  const home = '/js/home.0123abcd.js'
  await worker.message([photoOf(1), '/api/me', 'data:image/png;base64,', home, photoOf(2)], '/s/abc123')
  await worker.message([photoOf(3)], '/merchant?shop=1')
  await worker.message('nonsense', '/s/abc123')
  expect(keptIn('kz-photos')).toEqual([photoOf(1), photoOf(2)])
  expect(keptIn('kz-site-one').sort()).toEqual(['/index.html', `/${APP}`, SHOP, ORDER, home].sort())
})

test.each([
  ['404', basic('gone', WEBP, { status: 404 })],
  ['a page', basic('<h1>sign in</h1>', HTML)],
])('a photo that is %s is not kept', async (_, answer) => {
  const worker = await installed()
  browser.answer(() => answer)
  await worker.ask(photoOf(1), onShop)
  expect(keptIn('kz-photos')).toEqual([])
})

test('a full storage takes nothing from the page', async () => {
  const worker = await installed()
  browser.fillUp()
  expect(await textOf(worker.ask(photoOf(1), onShop))).toBe(photoOf(1))
  expect(keptIn('kz-photos')).toEqual([])
})

test('the worker that ends it all leaves nothing behind', async () => {
  await installed()
  let ended = false
  const unregister = async () => {
    ended = true
    return true
  }
  const last = browser.run((scope) => noWorker({ ...scope, registration: { unregister } } as never))
  await last.install()
  await last.activate()
  expect([...browser.caches.keys()]).toEqual([])
  expect(ended).toBe(true)
})
