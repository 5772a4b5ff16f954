import fc from 'fast-check'
import { normalizeKey, shopKey } from '../../../../server/modules/shops/key'
import { forAll } from '../../../support/for-all'
import { call, createApiClient, deviceCookieOf, signIn } from '../../support/api-client'
import { environmentPerTest, newId } from '../../support/test-environment'
import { openShop } from '../../support/test-shop'

const env = environmentPerTest({ settings: { rateLimits: true } })

const tryKey = (key: string, headers: Record<string, string> = {}) =>
  call(env.app, 'POST /api/sessions', { provider: 'key', key }, headers)

test('a shop key restores the shop on a new device once and is replaced by a new key', async () => {
  const { owner, shopId, slug, key } = await openShop(env)
  const restored = await tryKey(key)
  expect(restored.statusCode).toBe(200)
  expect(restored.json().restored).toMatchObject({ shopId, slug, name: '核桃小店' })
  expect(restored.json().restored.key).not.toBe(key)
  expect(deviceCookieOf(restored)).toBeDefined()
  const finder = createApiClient(env.app, restored.json().token, restored.json().accountId)
  expect((await finder.call('GET /api/me/shops')).json().items).toHaveLength(1)
  expect((await owner.call(`GET /api/shops/${shopId}`)).statusCode).toBe(200)
  expect((await tryKey(key)).json()).toMatchObject({ status: 403, code: 'key-used' })
  expect((await tryKey(restored.json().restored.key)).statusCode).toBe(200)
})

test('a signed-in account that uses a key becomes an owner and keeps its own shops', async () => {
  const { key, shopId } = await openShop(env)
  const other = await openShop(env)
  const answer = await other.owner.call('POST /api/sessions', { provider: 'key', key })
  expect(answer.json().accountId).toBe(other.owner.accountId)
  expect(deviceCookieOf(answer)).toBeUndefined()
  const shops = (await other.owner.call('GET /api/me/shops')).json().items
  expect(shops.map((shop: { id: string }) => shop.id).sort()).toEqual([shopId, other.shopId].sort())
})

test('a typed key may have lower case, spaces, O for 0, and I or L for 1', async () => {
  const { key } = await openShop(env)
  const typed = key.toLowerCase().replace(/-/g, ' ').replace(/0/g, 'o').replace(/1/g, 'l')
  expect((await tryKey(typed)).statusCode).toBe(200)
})

test('normalizeKey changes nothing in a key but its dashes', () =>
  forAll(fc.string(), fc.nat(), (shopId, generation) => {
    const key = shopKey('secret', shopId, generation)
    expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(normalizeKey(key)).toBe(key.replace(/-/g, ''))
  }))

test('a wrong key is not looked up in the database when its letters cannot be a key', async () => {
  const selectFrom = jest.spyOn(env.deps.db.query, 'selectFrom')
  expect((await tryKey('U'.repeat(20))).json().code).toBe('key-wrong')
  expect(selectFrom).not.toHaveBeenCalled()
  selectFrom.mockRestore()
})

test('a key used by several devices at once works for exactly one', async () => {
  const { key } = await openShop(env)
  const answers = await Promise.all([tryKey(key), tryKey(key), tryKey(key)])
  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 403, 403])
})

test('the database holds only the hash of a key', async () => {
  const { key } = await openShop(env)
  const rows = JSON.stringify(await env.deps.db.query.selectFrom('shop_key').selectAll().execute())
  expect(rows).not.toContain(key)
  expect(rows).not.toContain(normalizeKey(key))
})

test('a new key is made once per request id, and the previous key stops working', async () => {
  const { owner, shopId, key } = await openShop(env)
  const body = { id: newId() }
  const first = (await owner.call(`POST /api/shops/${shopId}/key`, body)).json().key
  expect((await owner.call(`POST /api/shops/${shopId}/key`, body)).json().key).toBe(first)
  const second = (await owner.call(`POST /api/shops/${shopId}/key`, { id: newId() })).json().key
  expect(new Set([key, first, second]).size).toBe(3)
  expect((await tryKey(first)).json().code).toBe('key-used')
  expect((await tryKey(second)).statusCode).toBe(200)
})

test('an owner can remove the other owners', async () => {
  const { owner, shopId, key } = await openShop(env)
  const { token, accountId } = (await tryKey(key)).json()
  const finder = createApiClient(env.app, token, accountId)
  expect((await finder.call(`DELETE /api/shops/${shopId}/other-owners`)).json()).toEqual({ removed: 1 })
  expect((await owner.call(`GET /api/shops/${shopId}`)).statusCode).toBe(404)
  expect((await finder.call(`GET /api/shops/${shopId}`)).statusCode).toBe(200)
  const stranger = await signIn(env.app)
  expect((await stranger.call(`DELETE /api/shops/${shopId}/other-owners`)).statusCode).toBe(404)
})

test('a removed owner cannot come back with an earlier key', async () => {
  const { owner, shopId, key } = await openShop(env)
  const { token, accountId, restored } = (await tryKey(key)).json()
  const finder = createApiClient(env.app, token, accountId)
  const lost = (await owner.call(`POST /api/shops/${shopId}/key`, { id: newId() })).json().key
  expect((await finder.call(`DELETE /api/shops/${shopId}/other-owners`)).json()).toEqual({ removed: 1 })
  for (const old of [key, restored.key, lost]) expect((await tryKey(old)).json().code).toBe('key-used')
  const next = (await finder.call(`POST /api/shops/${shopId}/key`, { id: newId() })).json().key
  expect((await tryKey(next)).statusCode).toBe(200)
})

test('the key of the remaining owner still works after the other owners were removed', async () => {
  const { shopId, key } = await openShop(env)
  const { token, accountId, restored } = (await tryKey(key)).json()
  const finder = createApiClient(env.app, token, accountId)
  expect((await finder.call(`DELETE /api/shops/${shopId}/other-owners`)).json()).toEqual({ removed: 1 })
  expect((await finder.call(`DELETE /api/shops/${shopId}/other-owners`)).json()).toEqual({ removed: 0 })
  expect((await tryKey(restored.key)).statusCode).toBe(200)
})

test('a repeated key request of another account issues another key', async () => {
  const { owner, shopId, key } = await openShop(env)
  const { token, accountId, restored } = (await tryKey(key)).json()
  const body = { id: newId() }
  const first = (await owner.call(`POST /api/shops/${shopId}/key`, body)).json().key
  const other = (
    await createApiClient(env.app, token, accountId).call(`POST /api/shops/${shopId}/key`, body)
  ).json().key
  expect(new Set([restored.key, first, other]).size).toBe(3)
})
