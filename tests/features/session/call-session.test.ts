import { call } from '@/api/call'
import { isTransient } from '@/domain/failure'
import { signIn } from '@/platform/network/sign-in'
import { type Answer, fakeTaro, ok } from '../../support/components/taro'

const failed = (status: number, code: string): Answer => ({ status, body: { code, status } })
const shop = { shop: { name: '样品店' } }
let session: Answer | null

beforeEach(() => {
  fakeTaro.reset()
  session = failed(503, 'unavailable')
  fakeTaro.answer(({ path, method }) => {
    if (path === '/api/sessions') return session
    if (path.startsWith('/api/me')) return failed(401, 'signed-out')
    return method === 'GET' ? ok(shop) : ok({})
  })
})

const requestedRoutes = () => fakeTaro.requests.map(({ method, path }) => `${method} ${path}`)
const SLUG = { params: { slug: 'abcd1234' } }

describe('call', () => {
  it.each([
    ['when sign-in is unavailable', 503, 'unavailable'],
    ['when sign-in is rejected', 400, 'bad-input'],
  ])('loads a shop without a session %s', async (_, status, code) => {
    session = failed(status, code)
    expect(await call('GET /api/storefronts/:slug', SLUG)).toEqual({ ok: true, data: shop })
  })

  it('requests a private resource once and reports why sign-in failed', async () => {
    const result = await call('GET /api/me/orders', {})
    expect(result).toMatchObject({ ok: false, failure: { code: 'unavailable' } })
    expect(requestedRoutes()).toEqual(['POST /api/sessions', 'GET /api/me/orders'])
  })

  it('does not send a write without a session', async () => {
    const result = await call('DELETE /api/shops/:shopId/other-owners', { params: { shopId: 'x' } })
    expect(result).toMatchObject({ ok: false, failure: { code: 'unavailable' } })
    expect(requestedRoutes()).toEqual(['POST /api/sessions'])
  })

  it("reports that WeChat's login failed, which is not the server's fault, and is retried", async () => {
    const credential = jest.spyOn(signIn, 'credential')
    credential.mockRejectedValueOnce({ errMsg: 'login:fail system error' })
    const result = await call('GET /api/me/orders', {})
    expect(result).toEqual({ ok: false, failure: { code: 'no-login', status: 0 } })
    expect(requestedRoutes()).toEqual([])
    expect(isTransient('no-login')).toBe(true)
  })

  it('does not send a private read after sign-in failed offline', async () => {
    session = null
    const result = await call('GET /api/me/orders', {})
    expect(result).toMatchObject({ ok: false, failure: { code: 'offline' } })
    expect(requestedRoutes()).toEqual(['POST /api/sessions'])
  })

  it('sends a public read without signing in', async () => {
    session = null
    expect(await call('GET /api/storefronts/:slug', SLUG)).toEqual({ ok: true, data: shop })
    expect(requestedRoutes()).toEqual(['GET /api/storefronts/abcd1234'])
  })

  it('signs in first when an owner makes a public read', async () => {
    session = { status: 200, body: { token: 't', accountId: 'a' } }
    await call('GET /api/shops/:shopId/products', { params: { shopId: 'x' } }, 'signed-in')
    expect(requestedRoutes()).toEqual(['POST /api/sessions', 'GET /api/shops/x/products'])
  })
})
