import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { folderPerFile } from '../../support/temporary-folder'
import { createTestEnvironment, type TestEnvironment } from '../support/test-environment'
import { openShop } from '../support/test-shop'

const SCRIPT = 'window.x = 1'
const HTML = `<!doctype html><head><title>开张</title><script>${SCRIPT}</script><script src="/js/app.0123abcd.js"></script></head>`

const folder = folderPerFile()
let env: TestEnvironment

beforeAll(async () => {
  mkdirSync(join(folder, 'js'))
  writeFileSync(join(folder, 'index.html'), HTML)
  writeFileSync(join(folder, 'js/app.0123abcd.js'), `// ${'long '.repeat(500)}`)
  writeFileSync(join(folder, 'js/app.0123abcd.js.br'), brotliCompressSync('// beforehand'))
  writeFileSync(join(folder, 'js/app.0123abcd.js.gz'), gzipSync('// beforehand'))
  writeFileSync(join(folder, 'js/plain.js'), '1')
  writeFileSync(join(folder, 'secret.key'), 'no')
  const pages = {
    '/home': [],
    '/order': [],
    '/s/:slug': [],
    '/merchant': ['js/merchant.0123abcd.js', 'css/merchant.0123abcd.css'],
  }
  writeFileSync(
    join(folder, 'page-files.json'),
    JSON.stringify({ start: [], pages, lazySections: [], sections: [] }),
  )
  env = await createTestEnvironment({ settings: { h5Folder: folder } })
})
afterAll(async () => {
  await env.app.close()
})

const get = (url: string, headers: Record<string, string> = { accept: 'text/html' }) =>
  env.app.inject({ url, headers })

test.each(['/', '/home', '/home/', '/order?shop=1', '/index.html'])(
  'the site serves the app shell at %s',
  async (url) => {
    const answer = await get(url)
    expect([answer.statusCode, answer.body]).toEqual([200, HTML])
    expect(answer.headers['cache-control']).toBe('no-cache')
    expect(
      (await get(url, { accept: 'text/html', 'if-none-match': String(answer.headers.etag) })).statusCode,
    ).toBe(304)
  },
)

test('the shell of a page preloads its files', async () => {
  const { body } = await get('/merchant?shop=1')
  expect(body).toBe(
    HTML.replace(
      '</head>',
      '<link rel="preload" href="/js/merchant.0123abcd.js" as="script" fetchpriority="low">' +
        '<link rel="preload" href="/css/merchant.0123abcd.css" as="style" fetchpriority="low"></head>',
    ),
  )
})

test.each(['/nowhere', '/metrics', '/pages/wizard/open', '/s/a/b'])(
  'the site answers 404 with the app shell at %s',
  async (url) => {
    const answer = await get(url)
    expect([answer.statusCode, answer.body]).toEqual([404, HTML])
    expect((await get(url, { accept: '*/*' })).statusCode).toBe(404)
  },
)

test('the site answers 404 with the app shell for an unknown shop', async () => {
  const { slug } = await openShop(env)
  expect((await get(`/s/${slug}`)).statusCode).toBe(200)
  const missing = await get('/s/nowhere1')
  expect([missing.statusCode, missing.body]).toEqual([404, HTML])
})

describe('product page', () => {
  it('has the name, price and picture of the product in its head', async () => {
    const { slug } = await openShop(env)
    const { products, shop } = (await env.app.inject(`/api/storefronts/${slug}`)).json()
    const [product] = products
    const page = await get(`/product?slug=${slug}&id=${product.id}`)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain(`<title>${product.name} · ${shop.name}</title>`)
    expect(page.body).toContain(`<meta property="og:title" content="${product.name} · ${shop.name}">`)
    expect(page.body).toMatch(/<meta property="og:image" content="http:\/\/[^"]+\.jpg">/)
    expect(page.body).toContain('"@type":"Offer"')
    expect(page.body).toContain(SCRIPT)
  })

  it.each(['/product', '/product?slug=nowhere1', '/product?slug=a&slug=b&id=c'])(
    'is the plain app shell without a product: %s',
    async (url) => {
      const page = await get(url)
      expect([page.statusCode, page.body]).toEqual([200, HTML])
    },
  )

  it('answers 404 for an unknown product or shop', async () => {
    const { slug } = await openShop(env)
    for (const url of [
      `/product?slug=${slug}&id=01JD00000000000000000000AA`,
      '/product?slug=nowhere1&id=x',
    ]) {
      const page = await get(url)
      expect([page.statusCode, page.body]).toEqual([404, HTML])
    }
  })
})

test('static files have their content type, immutable caching for hashed names, and compression', async () => {
  const hashed = await get('/js/app.0123abcd.js', { 'accept-encoding': 'gzip' })
  expect(hashed.headers).toMatchObject({
    'content-type': 'application/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'gzip',
    vary: 'accept-encoding',
  })
  expect(gunzipSync(hashed.rawPayload).toString()).toBe('// beforehand')
  const notModified = await get('/js/app.0123abcd.js', {
    'accept-encoding': 'gzip',
    'if-none-match': String(hashed.headers.etag),
  })
  expect([notModified.statusCode, notModified.body]).toEqual([304, ''])
  expect(notModified.headers).toMatchObject({
    etag: hashed.headers.etag,
    'x-content-type-options': 'nosniff',
  })
  expect((await get('/js/plain.js')).headers['cache-control']).toBe('no-cache')
})

test('a precompressed file is served under the name of the original only', async () => {
  const smallest = await get('/js/app.0123abcd.js', { 'accept-encoding': 'gzip, br' })
  expect(smallest.headers['content-encoding']).toBe('br')
  expect(brotliDecompressSync(smallest.rawPayload).toString()).toBe('// beforehand')
  const whole = await get('/js/app.0123abcd.js')
  expect([whole.headers['content-encoding'], whole.body]).toEqual([undefined, `// ${'long '.repeat(500)}`])
  expect((await get('/js/app.0123abcd.js.br', { accept: '*/*' })).statusCode).toBe(404)
})

test.each([
  '/js/gone.0123abcd.js',
  '/secret.key',
  '/js/../secret.key',
  '/%2e%2e/package.json',
  '/photos/x',
  '/api/x',
])('the site answers 404 without the app shell at %s', async (url) => {
  const answer = await get(url, { accept: '*/*' })
  expect([answer.statusCode, answer.json().code]).toEqual([404, 'not-found'])
})

test('pages work over plain http and allow the inline script by its hash', async () => {
  const { headers } = await get('/')
  const policy = String(headers['content-security-policy'])
  expect(headers).not.toHaveProperty('strict-transport-security')
  expect(policy).not.toContain('upgrade-insecure-requests')
  const hash = createHash('sha256').update(SCRIPT).digest('base64')
  expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`)
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).toContain("font-src 'self' data:")
  expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin')
})

test('pages have framing and sniffing protection, and API responses a deny-all policy', async () => {
  expect((await get('/')).headers).toMatchObject({
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  })
  for (const url of ['/api/health', '/api/openapi.json', '/api/nothing'])
    expect((await get(url)).headers).toMatchObject({
      'content-security-policy': expect.stringMatching(/^default-src 'none'; ?frame-ancestors 'none'$/),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    })
})

test('the server without an H5 build serves the API only', async () => {
  const bare = await createTestEnvironment({ settings: { h5Folder: join(folder, 'nothing') } })
  expect((await bare.app.inject({ url: '/', headers: { accept: 'text/html' } })).statusCode).toBe(404)
  await bare.app.close()
})
