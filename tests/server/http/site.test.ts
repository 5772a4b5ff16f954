import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { openShop } from '../support/shop'
import { makeWorld, type World } from '../support/world'

const SCRIPT = 'window.x = 1'
const HTML = `<!doctype html><title>开张</title><script>${SCRIPT}</script><script src="/js/app.0123abcd.js"></script>`

let folder: string
let world: World

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kz-site-'))
  mkdirSync(join(folder, 'js'))
  writeFileSync(join(folder, 'index.html'), HTML)
  writeFileSync(join(folder, 'js/app.0123abcd.js'), `// ${'long '.repeat(500)}`)
  writeFileSync(join(folder, 'js/app.0123abcd.js.br'), brotliCompressSync('// beforehand'))
  writeFileSync(join(folder, 'js/plain.js'), '1')
  writeFileSync(join(folder, 'secret.key'), 'no')
  const pages = { '/home': [], '/order': [], '/s/:slug': [] }
  writeFileSync(
    join(folder, 'page-files.json'),
    JSON.stringify({ start: [], pages, lazySections: [], sections: [] }),
  )
  world = await makeWorld({ settings: { h5Folder: folder } })
})
afterAll(async () => {
  await world.app.close()
  rmSync(folder, { recursive: true })
})

const get = (url: string, headers: Record<string, string> = { accept: 'text/html' }) =>
  world.app.inject({ url, headers })

test.each(['/', '/home', '/home/', '/order?shop=1', '/index.html'])('%s is the page', async (url) => {
  const answer = await get(url)
  expect([answer.statusCode, answer.body]).toEqual([200, HTML])
  expect(answer.headers['cache-control']).toBe('no-cache')
  expect(
    (await get(url, { accept: 'text/html', 'if-none-match': String(answer.headers.etag) })).statusCode,
  ).toBe(304)
})

it.each(['/nowhere', '/metrics', '/pages/wizard/open', '/s/a/b'])(
  'answers 404 with the page at %s, where the site has none',
  async (url) => {
    const answer = await get(url)
    expect([answer.statusCode, answer.body]).toEqual([404, HTML])
    expect((await get(url, { accept: '*/*' })).statusCode).toBe(404)
  },
)

test('a shop that does not exist is 404, with the page that says so', async () => {
  const { slug } = await openShop(world)
  expect((await get(`/s/${slug}`)).statusCode).toBe(200)
  const gone = await get('/s/nowhere1')
  expect([gone.statusCode, gone.body]).toEqual([404, HTML])
})

describe('the address of a product', () => {
  it('has the name, the price and the picture of the product in its head', async () => {
    const { slug } = await openShop(world)
    const { products, shop } = (await world.app.inject(`/api/storefronts/${slug}`)).json()
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
    'is the plain page where it names no product: %s',
    async (url) => {
      const page = await get(url)
      expect([page.statusCode, page.body]).toEqual([200, HTML])
    },
  )

  it('is 404 where there is no such product or shop', async () => {
    const { slug } = await openShop(world)
    for (const url of [
      `/product?slug=${slug}&id=01JD00000000000000000000AA`,
      '/product?slug=nowhere1&id=x',
    ]) {
      const page = await get(url)
      expect([page.statusCode, page.body]).toEqual([404, HTML])
    }
  })
})

test('files are served with their types, hashed ones for ever, and compressed', async () => {
  const hashed = await get('/js/app.0123abcd.js', { 'accept-encoding': 'gzip' })
  expect(hashed.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'gzip',
  })
  expect((await get('/js/plain.js')).headers['cache-control']).toBe('no-cache')
})

test('what the build has compressed is sent so, and only under the name of the file itself', async () => {
  const smallest = await get('/js/app.0123abcd.js', { 'accept-encoding': 'gzip, br' })
  expect(smallest.headers['content-encoding']).toBe('br')
  expect(brotliDecompressSync(smallest.rawPayload).toString()).toBe('// beforehand')
  expect((await get('/js/app.0123abcd.js.br', { accept: '*/*' })).statusCode).toBe(404)
})

test.each([
  '/js/gone.0123abcd.js',
  '/secret.key',
  '/js/../secret.key',
  '/%2e%2e/package.json',
  '/photos/x',
  '/api/x',
])('%s is not found, and not the page', async (url) => {
  const answer = await get(url, { accept: '*/*' })
  expect([answer.statusCode, answer.json().code]).toEqual([404, 'not-found'])
})

test('phones on plain http get the page: nothing forces https, and the inline script is allowed by its hash', async () => {
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

test('pages may not be framed or guessed; answers of the API may not do anything at all', async () => {
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

test('without a build only the API is there', async () => {
  const bare = await makeWorld({ settings: { h5Folder: join(folder, 'nothing') } })
  expect((await bare.app.inject({ url: '/', headers: { accept: 'text/html' } })).statusCode).toBe(404)
  await bare.app.close()
})
