import { ApiError } from '../../../server/api-error'
import { SESSION_MS } from '../../../server/modules/sessions/store'
import { asPerson, call, cookieOf, type Person, signIn } from '../support/person'
import { openShop } from '../support/shop'
import { makeWorld, type World } from '../support/world'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.app.close())

const device = (headers: Record<string, string> = {}) =>
  call(world.app, 'POST /api/sessions', { provider: 'device' }, headers)

test('a new device gets an account, a token and a secret in a cookie that scripts cannot read', async () => {
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

test('only hashes of the token and the secret are kept', async () => {
  const answer = await device()
  const rows = JSON.stringify([
    await world.deps.db.query.selectFrom('session').selectAll().execute(),
    await world.deps.db.query.selectFrom('identity').selectAll().execute(),
  ])
  expect(rows).not.toContain(answer.json().token)
  expect(rows).not.toContain(cookieOf(answer))
})

test('the cookie brings the same account back, and an unknown one a new account and a new secret', async () => {
  const first = await device()
  const cookie = `kz_device=${cookieOf(first)}`
  const again = await device({ cookie })
  expect(again.json().accountId).toBe(first.json().accountId)
  const stranger = await device({ cookie: `kz_device=${'A'.repeat(43)}` })
  expect(stranger.json().accountId).not.toBe(first.json().accountId)
  expect(cookieOf(stranger)).not.toBe('A'.repeat(43))
})

test('the cookie is secure where the request came by https', async () => {
  const proxied = await makeWorld({ settings: { trustProxy: ['loopback'] } })
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

test('the cookie alone reads and writes, but not for a page of another site', async () => {
  const cookie = `kz_device=${cookieOf(await device())}`
  const end = (headers: Record<string, string>) =>
    call(world.app, 'DELETE /api/sessions/current', undefined, { cookie, ...headers })
  expect((await call(world.app, 'GET /api/me/shops', undefined, { cookie })).statusCode).toBe(200)
  expect((await end({ origin: 'http://evil.example' })).json().code).toBe('signed-out')
  expect((await end({ origin: 'null' })).json().code).toBe('signed-out')
  expect((await device({ cookie, origin: 'http://evil.example' })).json().code).toBe('signed-out')
  expect((await end({ origin: 'http://localhost:4180', host: 'localhost:4180' })).statusCode).toBe(200)
})

describe('POST /api/sessions', () => {
  const page = { origin: 'http://localhost:4180', host: 'localhost:4180' }

  it('gives no token to a page of this site, which signs in by its cookie', async () => {
    const answer = await device(page)
    expect(answer.json()).toEqual({ accountId: expect.any(String) })
    const cookie = `kz_device=${cookieOf(answer)}`
    const again = await device({ ...page, cookie })
    expect(again.json()).toEqual(answer.json())
    expect((await device({ cookie })).json()).toEqual(answer.json())
    expect((await device({ 'sec-fetch-site': 'same-origin' })).json()).not.toHaveProperty('token')
    expect(await world.deps.db.query.selectFrom('session').selectAll().execute()).toEqual([])
    expect((await call(world.app, 'GET /api/me/shops', undefined, { cookie })).statusCode).toBe(200)
  })

  it('gives a token to a page of another site, which has no cookie', async () => {
    const answer = await device({ origin: 'https://shop.example' })
    const person = asPerson(world.app, answer.json().token, answer.json().accountId)
    expect((await person.call('GET /api/me/shops')).statusCode).toBe(200)
  })

  it('gives no token for a key that a page of this site sends', async () => {
    const { key } = await openShop(world)
    const answer = await call(world.app, 'POST /api/sessions', { provider: 'key', key }, page)
    expect(answer.json()).toEqual({ accountId: expect.any(String), restored: expect.any(Object) })
    const cookie = `kz_device=${cookieOf(answer)}`
    const shops = await call(world.app, 'GET /api/me/shops', undefined, { cookie })
    expect(shops.json().items).toHaveLength(1)
  })
})

test('signing out ends the token, the cookie and every other token of this device', async () => {
  const first = await device()
  const cookie = `kz_device=${cookieOf(first)}`
  const person = asPerson(world.app, first.json().token, '')
  const second = asPerson(world.app, await anotherToken(person), '')
  const other = await signIn(world.app)
  expect((await person.call('DELETE /api/sessions/current')).json()).toEqual({ ended: true })
  expect((await person.call('GET /api/me/shops')).json().code).toBe('signed-out')
  expect((await second.call('GET /api/me/shops')).statusCode).toBe(401)
  expect((await call(world.app, 'GET /api/me/shops', undefined, { cookie })).statusCode).toBe(401)
  expect((await other.call('GET /api/me/shops')).statusCode).toBe(200)
})

/** One more token of the same identity: a shop's key gives one. */
async function anotherToken(person: Person): Promise<string> {
  const { key } = await openShop(world)
  const answer = await person.call('POST /api/sessions', { provider: 'key', key })
  expect(answer.statusCode).toBe(200)
  return answer.json().token
}

test('a token ends after 400 days without use, and lives on while it is used', async () => {
  const person = await signIn(world.app)
  world.pass(SESSION_MS - 1000)
  expect((await person.call('GET /api/me/shops')).statusCode).toBe(200)
  world.pass(SESSION_MS - 1000)
  expect((await person.call('GET /api/me/shops')).statusCode).toBe(200)
  world.pass(SESSION_MS)
  expect((await person.call('GET /api/me/shops')).statusCode).toBe(401)
})

test('a device keeps its ten newest tokens', async () => {
  const person = await signIn(world.app)
  for (let i = 0; i < 10; i++) {
    world.pass(1)
    await anotherToken(person)
  }
  const rows = await world.deps.db.query
    .selectFrom('session')
    .selectAll()
    .where('account_id', '=', person.accountId)
    .execute()
  expect(rows).toHaveLength(10)
  expect((await person.call('GET /api/me/shops')).statusCode).toBe(401)
})

describe('by WeChat', () => {
  const byCode = (code: string) => call(world.app, 'POST /api/sessions', { provider: 'wechat', code })

  test('without a gateway it is unavailable', async () => {
    expect((await byCode('any')).json()).toMatchObject({ status: 503, code: 'unavailable' })
  })

  test('the same openid is the same account, and no cookie is set', async () => {
    await world.app.close()
    const openids: Record<string, string> = { one: 'a', two: 'a', three: 'b' }
    world = await makeWorld({
      wechat: {
        codeToOpenid: async (code) => {
          const openid = openids[code]
          if (!openid) throw new ApiError('bad-input')
          return openid
        },
      },
    })
    const [one, two, three] = [await byCode('one'), await byCode('two'), await byCode('three')]
    expect(one.json().accountId).toBe(two.json().accountId)
    expect(three.json().accountId).not.toBe(one.json().accountId)
    expect(one.cookies).toHaveLength(0)
    expect((await byCode('stale')).statusCode).toBe(400)
  })
})

describe('by https', () => {
  const https = { 'x-forwarded-proto': 'https' }
  let proxied: World
  beforeEach(async () => {
    proxied = await makeWorld({ settings: { trustProxy: ['loopback'], publicUrl: 'https://shop.example' } })
  })
  afterEach(() => proxied.app.close())

  const shops = (cookie: string, headers: Record<string, string> = {}) =>
    call(proxied.app, 'GET /api/me/shops', undefined, { cookie, ...https, ...headers })

  test('a cookie that could have been planted by another does not sign anybody in', async () => {
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

  test('the pages of the address that people use may act, whatever host the proxy asks for', async () => {
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
