import { call } from '@/api/call'
import { type Answer, stage } from '../../support/taro'

const refused = (status: number, code: string): Answer => ({ status, body: { code, status } })
const shop = { shop: { name: '样品店' } }
let session: Answer | null

beforeEach(() => {
  stage.reset()
  session = refused(503, 'unavailable')
  stage.answer(({ path, method }) => {
    if (path === '/api/sessions') return session
    if (path.startsWith('/api/me')) return refused(401, 'signed-out')
    return method === 'GET' ? { status: 200, body: shop } : { status: 200, body: {} }
  })
})

const asked = () => stage.requests.map(({ method, path }) => `${method} ${path}`)
const SLUG = { params: { slug: 'abcd1234' } }

test.each([
  ['while WeChat signs nobody in', 503, 'unavailable'],
  ['where the app is not known', 400, 'bad-input'],
])('%s a shop can still be looked at', async (_, status, code) => {
  session = refused(status, code)
  expect(await call('GET /api/storefronts/:slug', SLUG)).toEqual({ ok: true, data: shop })
})

test('what is somebody’s own is not asked for twice, and says why nobody is signed in', async () => {
  const result = await call('GET /api/me/orders', {})
  expect(result).toMatchObject({ ok: false, failure: { code: 'unavailable' } })
  expect(asked()).toEqual(['POST /api/sessions', 'GET /api/me/orders'])
})

test('nothing is written without a session', async () => {
  const result = await call('DELETE /api/shops/:shopId/other-owners', { params: { shopId: 'x' } })
  expect(result).toMatchObject({ ok: false, failure: { code: 'unavailable' } })
  expect(asked()).toEqual(['POST /api/sessions'])
})

test('without a network nobody waits twice', async () => {
  session = null
  const result = await call('GET /api/me/orders', {})
  expect(result).toMatchObject({ ok: false, failure: { code: 'offline' } })
  expect(asked()).toEqual(['POST /api/sessions'])
})

it('sends a public read at once, without a session', async () => {
  session = null
  expect(await call('GET /api/storefronts/:slug', SLUG)).toEqual({ ok: true, data: shop })
  expect(asked()).toEqual(['GET /api/storefronts/abcd1234'])
})

it('signs in first where an owner reads what anyone may read a part of', async () => {
  session = { status: 200, body: { token: 't', accountId: 'a' } }
  await call('GET /api/shops/:shopId/products', { params: { shopId: 'x' } }, 'signed-in')
  expect(asked()).toEqual(['POST /api/sessions', 'GET /api/shops/x/products'])
})
