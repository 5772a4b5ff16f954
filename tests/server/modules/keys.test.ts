import fc from 'fast-check'
import { normalKey, shopKey } from '../../../server/modules/shops/key'
import { asPerson, call, cookieOf, signIn } from '../support/person'
import { openShop } from '../support/shop'
import { makeWorld, newId, type World } from '../support/world'

let world: World
beforeEach(async () => {
  world = await makeWorld({ settings: { rateLimits: true } })
})
afterEach(() => world.app.close())

const tryKey = (key: string, headers: Record<string, string> = {}) =>
  call(world.app, 'POST /api/sessions', { provider: 'key', key }, headers)

test('a key restores the shop on a device without an account, once, and there is a new one', async () => {
  const { owner, shopId, slug, key } = await openShop(world)
  const restored = await tryKey(key)
  expect(restored.statusCode).toBe(200)
  expect(restored.json().restored).toMatchObject({ shopId, slug, name: '核桃小店' })
  expect(restored.json().restored.key).not.toBe(key)
  expect(cookieOf(restored)).toBeDefined()
  const finder = asPerson(world.app, restored.json().token, restored.json().accountId)
  expect((await finder.call('GET /api/me/shops')).json().items).toHaveLength(1)
  expect((await owner.call(`GET /api/shops/${shopId}`)).statusCode).toBe(200)
  expect((await tryKey(key)).json()).toMatchObject({ status: 403, code: 'key-used' })
  expect((await tryKey(restored.json().restored.key)).statusCode).toBe(200)
})

test('a signed-in account becomes an owner and keeps its own shops', async () => {
  const { key, shopId } = await openShop(world)
  const other = await openShop(world)
  const answer = await other.owner.call('POST /api/sessions', { provider: 'key', key })
  expect(answer.json().accountId).toBe(other.owner.accountId)
  expect(cookieOf(answer)).toBeUndefined()
  const shops = (await other.owner.call('GET /api/me/shops')).json().items
  expect(shops.map((shop: { id: string }) => shop.id).sort()).toEqual([shopId, other.shopId].sort())
})

test('a key may be typed as people type: small letters, spaces, O for 0, I and L for 1', async () => {
  const { key } = await openShop(world)
  const typed = key.toLowerCase().replace(/-/g, ' ').replace(/0/g, 'o').replace(/1/g, 'l')
  expect((await tryKey(typed)).statusCode).toBe(200)
})

test('normalising never changes a key but for its dashes', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), (shopId, generation) => {
      const key = shopKey('secret', shopId, generation)
      expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/)
      expect(normalKey(key)).toBe(key.replace(/-/g, ''))
    }),
  )
})

describe('a wrong key', () => {
  const wrong = shopKey('another secret', newId(), 1)

  it('is refused and makes no account, and the eleventh of an address has to wait', async () => {
    await openShop(world)
    for (let i = 0; i < 10; i++)
      expect((await tryKey(wrong)).json()).toMatchObject({ status: 403, code: 'key-wrong' })
    const late = await tryKey(wrong)
    expect(late.json()).toMatchObject({ status: 429, code: 'too-many' })
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(0)
    expect(await world.deps.db.query.selectFrom('account').selectAll().execute()).toHaveLength(1)
    world.pass(15 * 60_000)
    expect((await tryKey(wrong)).statusCode).toBe(403)
  })

  it('never keeps anybody from using a right one, however many an address has sent', async () => {
    const [first, second] = [await openShop(world), await openShop(world)]
    const strangers = await Promise.all(Array.from({ length: 31 }, () => signIn(world.app)))
    const attempt = (who: (typeof strangers)[0], key: string) =>
      who.call('POST /api/sessions', { provider: 'key', key })
    const codes: number[] = []
    for (const who of strangers)
      for (let i = 0; i < 12; i++) codes.push((await attempt(who, wrong)).statusCode)
    expect(codes.filter((code) => code === 403)).toHaveLength(300)
    expect(codes.at(-1)).toBe(429)
    expect((await attempt(strangers[0] as (typeof strangers)[0], first.key)).statusCode).toBe(200)
    expect((await tryKey(second.key)).statusCode).toBe(200)
  })

  it('is slowed by account first, so others at the address still hear that theirs is wrong', async () => {
    const [one, other] = [await signIn(world.app), await signIn(world.app)]
    const attempt = (who: typeof one) => who.call('POST /api/sessions', { provider: 'key', key: wrong })
    for (let i = 0; i < 10; i++) expect((await attempt(one)).statusCode).toBe(403)
    for (let i = 0; i < 300; i++) expect((await attempt(one)).statusCode).toBe(429)
    expect((await attempt(other)).statusCode).toBe(403)
  })

  it('is not looked up where its letters cannot be a key', async () => {
    const asked = jest.spyOn(world.deps.db.query, 'selectFrom')
    expect((await tryKey('U'.repeat(20))).json().code).toBe('key-wrong')
    expect(asked).not.toHaveBeenCalled()
    asked.mockRestore()
  })
})

test('a right key works for an address that makes no more devices', async () => {
  const { key } = await openShop(world)
  for (let i = 0; i < 300; i++) await call(world.app, 'POST /api/sessions', { provider: 'device' })
  const device = await call(world.app, 'POST /api/sessions', { provider: 'device' })
  expect(device.json()).toMatchObject({ status: 429, code: 'too-many' })
  expect((await tryKey(key)).statusCode).toBe(200)
})

test('many accounts at one address do not try without end', async () => {
  const wrong = shopKey('another secret', newId(), 1)
  const codes: number[] = []
  for (let i = 0; i < 31; i++) {
    // what an address may ask for in a minute is another limit
    world.pass(10_000)
    const who = await signIn(world.app)
    for (let j = 0; j < 10; j++)
      codes.push((await who.call('POST /api/sessions', { provider: 'key', key: wrong })).statusCode)
  }
  expect(codes.filter((code) => code === 403)).toHaveLength(300)
  expect(codes.slice(300)).toEqual(Array.from({ length: 10 }, () => 429))
})

test('of two who use a key at once exactly one wins', async () => {
  const { key } = await openShop(world)
  const answers = await Promise.all([tryKey(key), tryKey(key), tryKey(key)])
  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 403, 403])
})

test('only the hash of a key is kept', async () => {
  const { key } = await openShop(world)
  const rows = JSON.stringify(await world.deps.db.query.selectFrom('shop_key').selectAll().execute())
  expect(rows).not.toContain(key)
  expect(rows).not.toContain(normalKey(key))
})

test('an owner makes a new key, once per id; the one before stops working', async () => {
  const { owner, shopId, key } = await openShop(world)
  const body = { id: newId() }
  const first = (await owner.call(`POST /api/shops/${shopId}/key`, body)).json().key
  expect((await owner.call(`POST /api/shops/${shopId}/key`, body)).json().key).toBe(first)
  const second = (await owner.call(`POST /api/shops/${shopId}/key`, { id: newId() })).json().key
  expect(new Set([key, first, second]).size).toBe(3)
  expect((await tryKey(first)).json().code).toBe('key-used')
  expect((await tryKey(second)).statusCode).toBe(200)
})

test('the other owners can be removed', async () => {
  const { owner, shopId, key } = await openShop(world)
  const { token, accountId } = (await tryKey(key)).json()
  const finder = asPerson(world.app, token, accountId)
  expect((await finder.call(`DELETE /api/shops/${shopId}/other-owners`)).json()).toEqual({ removed: 1 })
  expect((await owner.call(`GET /api/shops/${shopId}`)).statusCode).toBe(404)
  expect((await finder.call(`GET /api/shops/${shopId}`)).statusCode).toBe(200)
  const stranger = await signIn(world.app)
  expect((await stranger.call(`DELETE /api/shops/${shopId}/other-owners`)).statusCode).toBe(404)
})

test('whoever is removed does not come back with a key that was theirs', async () => {
  const { owner, shopId, key } = await openShop(world)
  const { token, accountId, restored } = (await tryKey(key)).json()
  const finder = asPerson(world.app, token, accountId)
  const lost = (await owner.call(`POST /api/shops/${shopId}/key`, { id: newId() })).json().key
  expect((await finder.call(`DELETE /api/shops/${shopId}/other-owners`)).json()).toEqual({ removed: 1 })
  for (const old of [key, restored.key, lost]) expect((await tryKey(old)).json().code).toBe('key-used')
  const next = (await finder.call(`POST /api/shops/${shopId}/key`, { id: newId() })).json().key
  expect((await tryKey(next)).statusCode).toBe(200)
})

test('the key of whoever stays goes on working', async () => {
  const { shopId, key } = await openShop(world)
  const { token, accountId, restored } = (await tryKey(key)).json()
  const finder = asPerson(world.app, token, accountId)
  expect((await finder.call(`DELETE /api/shops/${shopId}/other-owners`)).json()).toEqual({ removed: 1 })
  expect((await finder.call(`DELETE /api/shops/${shopId}/other-owners`)).json()).toEqual({ removed: 0 })
  expect((await tryKey(restored.key)).statusCode).toBe(200)
})

test('nobody but who asked for it gets a key by its id again', async () => {
  const { owner, shopId, key } = await openShop(world)
  const { token, accountId, restored } = (await tryKey(key)).json()
  const body = { id: newId() }
  const first = (await owner.call(`POST /api/shops/${shopId}/key`, body)).json().key
  const other = (
    await asPerson(world.app, token, accountId).call(`POST /api/shops/${shopId}/key`, body)
  ).json().key
  expect(new Set([restored.key, first, other]).size).toBe(3)
})
