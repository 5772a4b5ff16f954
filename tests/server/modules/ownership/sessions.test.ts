import { ApiError } from '../../../../server/api-error'
import { SESSION_MS } from '../../../../server/modules/sessions/store'
import { type ApiClient, call, createApiClient, deviceCookieOf, signIn } from '../../support/api-client'
import { createTestEnvironment, environmentPerTest } from '../../support/test-environment'
import { openShop } from '../../support/test-shop'
import { SHARED_APPID } from '../../support/wechat'

const env = environmentPerTest()

const device = (headers: Record<string, string> = {}) =>
  call(env.app, 'POST /api/sessions', { provider: 'device' }, headers)

test('a new device gets an account, a token and an HttpOnly cookie', async () => {
  const answer = await device()
  expect(answer.statusCode).toBe(200)
  const { token, accountId } = answer.json()
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(accountId).toMatch(/^[0-9A-Z]{26}$/)
  const [cookie] = answer.cookies
  expect(cookie).toMatchObject({
    name: 'kz_device',
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: 34_560_000,
  })
  expect(cookie).not.toHaveProperty('secure')
  expect(answer.headers['cache-control']).toBe('no-store')
})

test.each([
  ['http', 'kz_device', 'HttpOnly; SameSite=Lax'],
  ['https', '__Host-kz_device', 'HttpOnly; Secure; SameSite=Lax'],
])('the Set-Cookie header has exactly these attributes over %s', async (protocol, name, attributes) => {
  const trusting = await createTestEnvironment({ settings: { trustProxy: ['loopback'] } })
  const { headers } = await call(
    trusting.app,
    'POST /api/sessions',
    { provider: 'device' },
    { 'x-forwarded-proto': protocol },
  )
  const value = `${name}=[A-Za-z0-9_-]{43}; Max-Age=34560000; Path=/; ${attributes}`
  expect(headers['set-cookie']).toMatch(new RegExp(`^${value}$`))
  await trusting.app.close()
})

test('the database holds only hashes of the token and of the cookie secret', async () => {
  const answer = await device()
  const rows = JSON.stringify([
    await env.deps.db.query.selectFrom('session').selectAll().execute(),
    await env.deps.db.query.selectFrom('identity').selectAll().execute(),
  ])
  expect(rows).not.toContain(answer.json().token)
  expect(rows).not.toContain(deviceCookieOf(answer))
})

test('a known device cookie gets its account, and an unknown one gets a new account and secret', async () => {
  const first = await device()
  const cookie = `kz_device=${deviceCookieOf(first)}`
  const again = await device({ cookie })
  expect(again.json().accountId).toBe(first.json().accountId)
  const stranger = await device({ cookie: `kz_device=${'A'.repeat(43)}` })
  expect(stranger.json().accountId).not.toBe(first.json().accountId)
  expect(deviceCookieOf(stranger)).not.toBe('A'.repeat(43))
})

test('the device cookie is secure and has the __Host- prefix over https', async () => {
  const proxied = await createTestEnvironment({ settings: { trustProxy: ['loopback'] } })
  const answer = await call(
    proxied.app,
    'POST /api/sessions',
    { provider: 'device' },
    { 'x-forwarded-proto': 'https' },
  )
  expect(answer.cookies[0]).toMatchObject({
    name: '__Host-kz_device',
    secure: true,
    path: '/',
    httpOnly: true,
  })
  expect(answer.cookies[0]).not.toHaveProperty('domain')
  expect(answer.headers['strict-transport-security']).toBeDefined()
  await proxied.app.close()
})

test('the cookie authenticates requests of its own site, not of another origin', async () => {
  const cookie = `kz_device=${deviceCookieOf(await device())}`
  const end = (headers: Record<string, string>) =>
    call(env.app, 'DELETE /api/sessions/current', undefined, { cookie, ...headers })
  expect((await call(env.app, 'GET /api/me/shops', undefined, { cookie })).statusCode).toBe(200)
  expect((await end({ origin: 'http://evil.example' })).json().code).toBe('signed-out')
  expect((await end({ origin: 'null' })).json().code).toBe('signed-out')
  expect((await device({ cookie, origin: 'http://evil.example' })).json().code).toBe('signed-out')
  expect((await end({ origin: 'http://localhost:4180', host: 'localhost:4180' })).statusCode).toBe(200)
})

describe('POST /api/sessions', () => {
  const page = { origin: 'http://localhost:4180', host: 'localhost:4180' }

  it('issues no token to a same-origin page, which signs in by its cookie', async () => {
    const answer = await device(page)
    expect(answer.json()).toEqual({ accountId: expect.any(String) })
    const cookie = `kz_device=${deviceCookieOf(answer)}`
    const again = await device({ ...page, cookie })
    expect(again.json()).toEqual(answer.json())
    expect((await device({ cookie })).json()).toEqual(answer.json())
    expect((await device({ 'sec-fetch-site': 'same-origin' })).json()).not.toHaveProperty('token')
    expect(await env.deps.db.query.selectFrom('session').selectAll().execute()).toEqual([])
    expect((await call(env.app, 'GET /api/me/shops', undefined, { cookie })).statusCode).toBe(200)
  })

  it('issues a token to a cross-origin page, which has no cookie', async () => {
    const answer = await device({ origin: 'https://shop.example' })
    const person = createApiClient(env.app, answer.json().token, answer.json().accountId)
    expect((await person.call('GET /api/me/shops')).statusCode).toBe(200)
  })

  it('issues no token for a key that a same-origin page sends', async () => {
    const { key } = await openShop(env)
    const answer = await call(env.app, 'POST /api/sessions', { provider: 'key', key }, page)
    expect(answer.json()).toEqual({ accountId: expect.any(String), restored: expect.any(Object) })
    const cookie = `kz_device=${deviceCookieOf(answer)}`
    const shops = await call(env.app, 'GET /api/me/shops', undefined, { cookie })
    expect(shops.json().items).toHaveLength(1)
  })
})

test('signing out revokes the token, the cookie and every other token of the device', async () => {
  const first = await device()
  const cookie = `kz_device=${deviceCookieOf(first)}`
  const person = createApiClient(env.app, first.json().token, '')
  const second = createApiClient(env.app, await anotherToken(person), '')
  const other = await signIn(env.app)
  expect((await person.call('DELETE /api/sessions/current')).json()).toEqual({ ended: true })
  expect((await person.call('GET /api/me/shops')).json().code).toBe('signed-out')
  expect((await second.call('GET /api/me/shops')).statusCode).toBe(401)
  expect((await call(env.app, 'GET /api/me/shops', undefined, { cookie })).statusCode).toBe(401)
  expect((await other.call('GET /api/me/shops')).statusCode).toBe(200)
})

/** Gets another token of the same identity by using a shop key. */
async function anotherToken(person: ApiClient): Promise<string> {
  const { key } = await openShop(env)
  const answer = await person.call('POST /api/sessions', { provider: 'key', key })
  expect(answer.statusCode).toBe(200)
  return answer.json().token
}

test('a token expires after 400 days without use and is renewed by use', async () => {
  const person = await signIn(env.app)
  env.advance(SESSION_MS - 1000)
  expect((await person.call('GET /api/me/shops')).statusCode).toBe(200)
  env.advance(SESSION_MS - 1000)
  expect((await person.call('GET /api/me/shops')).statusCode).toBe(200)
  env.advance(SESSION_MS)
  expect((await person.call('GET /api/me/shops')).statusCode).toBe(401)
})

test('a device keeps its ten newest tokens', async () => {
  const person = await signIn(env.app)
  for (let i = 0; i < 10; i++) {
    env.advance(1)
    await anotherToken(person)
  }
  const rows = await env.deps.db.query
    .selectFrom('session')
    .selectAll()
    .where('account_id', '=', person.accountId)
    .execute()
  expect(rows).toHaveLength(10)
  expect((await person.call('GET /api/me/shops')).statusCode).toBe(401)
})

describe('signing in with WeChat', () => {
  const byCode = (code: string) => call(env.app, 'POST /api/sessions', { provider: 'wechat', code })

  test('is unavailable without a gateway', async () => {
    expect((await byCode('any')).json()).toMatchObject({ status: 503, code: 'unavailable' })
  })

  test('maps one openid to one account and sets no cookie', async () => {
    const openids: Record<string, string> = { one: 'a', two: 'a', three: 'b' }
    env.deps.wechat = {
      appid: SHARED_APPID,
      codeToOpenid: async (code) => {
        const openid = openids[code]
        if (!openid) throw new ApiError('bad-input')
        return openid
      },
    }
    const [one, two, three] = [await byCode('one'), await byCode('two'), await byCode('three')]
    expect(one.json().accountId).toBe(two.json().accountId)
    expect(three.json().accountId).not.toBe(one.json().accountId)
    expect(one.cookies).toHaveLength(0)
    expect((await byCode('stale')).statusCode).toBe(400)
  })
})

describe('a session over https', () => {
  const https = { 'x-forwarded-proto': 'https' }
  const proxied = environmentPerTest({
    settings: { trustProxy: ['loopback'], publicUrl: 'https://shop.example' },
  })

  const shops = (cookie: string, headers: Record<string, string> = {}) =>
    call(proxied.app, 'GET /api/me/shops', undefined, { cookie, ...https, ...headers })

  test('ignores a cookie without the __Host- prefix, which another host could have set', async () => {
    const answer = await call(proxied.app, 'POST /api/sessions', { provider: 'device' }, https)
    const secret = answer.cookies[0]?.value ?? ''
    expect((await shops(`__Host-kz_device=${secret}`)).statusCode).toBe(200)
    expect((await shops(`kz_device=${secret}`)).statusCode).toBe(401)
    const planted = await call(
      proxied.app,
      'POST /api/sessions',
      { provider: 'device' },
      { ...https, cookie: `kz_device=${secret}` },
    )
    expect(planted.json().accountId).not.toBe(answer.json().accountId)
    expect(
      (await shops(`kz_device=${secret}; __Host-kz_device=${planted.cookies[0]?.value}`)).statusCode,
    ).toBe(200)
  })

  test('accepts the origin of the public address, whatever host the proxy requests', async () => {
    const answer = await call(proxied.app, 'POST /api/sessions', { provider: 'device' }, https)
    const cookie = `__Host-kz_device=${answer.cookies[0]?.value}`
    const end = (origin: string) =>
      call(proxied.app, 'DELETE /api/sessions/current', undefined, {
        ...https,
        cookie,
        origin,
        host: 'inside:4180',
      })
    expect((await end('https://shop.example.evil.example')).statusCode).toBe(401)
    expect((await end('https://shop.example')).statusCode).toBe(200)
  })
})
