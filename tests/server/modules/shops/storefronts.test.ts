import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { StorefrontCache } from '../../../../server/http/cache/storefront-cache'
import { call, signIn } from '../../support/api-client'
import { environmentPerFile, newId } from '../../support/test-environment'
import { openShop, orderFor, placeTestOrder, productDraft } from '../../support/test-shop'

const env = environmentPerFile()

const get = (slug: string, headers: Record<string, string> = {}) =>
  call(env.app, `GET /api/storefronts/${slug}`, undefined, headers)

test('GET /api/storefronts/:slug answers the shop, its look and its products on sale to anyone', async () => {
  const shop = await openShop(env)
  const answer = await get(shop.slug)
  expect(answer.json()).toMatchObject({
    shop: { id: shop.shopId, name: '核桃小店' },
    look: { template: 'woodgrain' },
    products: [{ id: shop.productId, skus: [{ id: shop.skuId, price: 2500, stock: 10 }] }],
  })
  expect(answer.headers['cache-control']).toBe('no-cache')
  expect(JSON.stringify(answer.json())).not.toContain(shop.owner.accountId)
})

test('a rejected order keeps the cached storefront, and a placed one invalidates it', async () => {
  const shop = await openShop(env, { stock: 3 })
  await get(shop.slug)
  const invalidateShop = jest.spyOn(StorefrontCache.prototype, 'invalidateShop')
  const buyer = await signIn(env.app)
  const order = (quantity: number) =>
    buyer.call(`PUT /api/shops/${shop.shopId}/orders/${newId()}`, orderFor(shop, {}, quantity))
  expect((await order(4)).statusCode).toBe(409)
  expect(invalidateShop).not.toHaveBeenCalled()
  expect((await order(1)).statusCode).toBe(200)
  expect(invalidateShop).toHaveBeenCalledWith(shop.shopId)
  invalidateShop.mockRestore()
})

test('responses with orders are not cacheable', async () => {
  const shop = await openShop(env)
  const buyer = await signIn(env.app)
  const { id } = await placeTestOrder(shop, buyer)
  const routes = [
    `GET /api/shops/${shop.shopId}/orders`,
    `GET /api/shops/${shop.shopId}/orders/${id}`,
    `GET /api/shops/${shop.shopId}/today`,
    'GET /api/me/orders',
  ]
  for (const route of routes) {
    const answer = await shop.owner.call(route)
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-store'])
  }
  expect((await shop.owner.call('GET /api/me/shops')).headers['cache-control']).toBe('private, no-cache')
})

test('an unknown or malformed slug answers 404', async () => {
  expect((await get('zzzzzzzz')).statusCode).toBe(404)
  expect((await get('NOT-A-SLUG')).statusCode).toBe(404)
})

test('an unchanged storefront answers 304, and every change makes a new ETag', async () => {
  const shop = await openShop(env)
  const etags = new Set<string>()
  const version = async () => {
    const etag = String((await get(shop.slug)).headers.etag)
    const again = await get(shop.slug, { 'if-none-match': etag })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    etags.add(etag)
    return etag
  }
  await version()
  await placeTestOrder(shop, await signIn(env.app))
  await version()
  await shop.owner.call(`POST /api/shops/${shop.shopId}/skus/${shop.skuId}/stock`, { id: newId(), delta: 1 })
  expect((await get(shop.slug)).json().products[0].skus[0].stock).toBe(10)
  await shop.owner.call(`PUT /api/shops/${shop.shopId}/products/${newId()}`, {
    version: 0,
    ...productDraft(),
  })
  await version()
  const { draft } = (await shop.owner.call(`GET /api/shops/${shop.shopId}/look`)).json()
  await shop.owner.call(`PUT /api/shops/${shop.shopId}/look-draft`, { ...draft, sections: [] })
  const publish = { id: newId(), draftVersion: 1 }
  await shop.owner.call(`POST /api/shops/${shop.shopId}/look/publish`, publish)
  await version()
  await shop.owner.call(`DELETE /api/shops/${shop.shopId}/products/${shop.productId}`)
  await version()
  expect(etags.size).toBe(5)
})

test('a storefront read between two writes is never cached as the newest', async () => {
  const shop = await openShop(env, { stock: 100 })
  const buyer = await signIn(env.app)
  for (let i = 1; i <= 10; i++) {
    await Promise.all([get(shop.slug), placeTestOrder(shop, buyer), get(shop.slug)])
    expect((await get(shop.slug)).json().products[0].skus[0].stock).toBe(100 - i)
  }
})

test('a storefront holds the first 40 products, the categories of all, and a cursor for the rest', async () => {
  const products = Array.from({ length: 20 }, () => ({ id: newId(), ...productDraft() }))
  const shop = await openShop(env, { request: { products } })
  for (let i = 0; i < 25; i++) {
    env.advance(100)
    await shop.owner.call(`PUT /api/shops/${shop.shopId}/products/${newId()}`, {
      version: 0,
      ...{ ...productDraft(), category: i < 24 ? '干货' : '蜂蜜' },
    })
  }
  const first = (await get(shop.slug)).json()
  expect(first.products).toHaveLength(40)
  expect(first.shop.categories).toEqual(['干货', '蜂蜜'])
  expect(first.products.slice(0, 20).map((product: { id: string }) => product.id)).toEqual(
    products.map((product) => product.id),
  )
  const rest = (await call(env.app, `GET /api/shops/${shop.shopId}/products?cursor=${first.next}`)).json()
  expect(rest.items).toHaveLength(5)
})

test('a storefront also holds the products that its look features beyond the first 40', async () => {
  const products = Array.from({ length: 20 }, () => ({ id: newId(), ...productDraft() }))
  const shop = await openShop(env, { request: { products } })
  const later: string[] = []
  for (let i = 0; i < 30; i++) {
    env.advance(100)
    later.push(newId())
    await shop.owner.call(`PUT /api/shops/${shop.shopId}/products/${later[i]}`, {
      version: 0,
      ...productDraft(),
    })
  }
  const { draft } = (await shop.owner.call(`GET /api/shops/${shop.shopId}/look`)).json()
  const sections = [
    { id: 'one', kind: 'featured-product', settings: { productId: later[22] } },
    { id: 'two', kind: 'new-arrivals', settings: { title: '', most: 2 } },
  ]
  await shop.owner.call(`PUT /api/shops/${shop.shopId}/look-draft`, { ...draft, sections })
  await shop.owner.call(`POST /api/shops/${shop.shopId}/look/publish`, { id: newId(), draftVersion: 1 })
  const first = (await get(shop.slug)).json()
  const ids = first.products.map((product: { id: string }) => product.id)
  expect(ids).toHaveLength(43)
  expect(ids.slice(-3)).toEqual([later[22], later[28], later[29]])
})

test('a storefront is compressed when the client accepts it', async () => {
  const products = Array.from({ length: 20 }, () => ({ id: newId(), ...productDraft() }))
  const shop = await openShop(env, { request: { products } })
  const packed = await get(shop.slug, { 'accept-encoding': 'gzip, deflate' })
  expect(packed.headers['content-encoding']).toBe('gzip')
  const plain = await get(shop.slug)
  expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.body)
  expect(packed.headers.etag).toBe(plain.headers.etag)
  const smaller = await get(shop.slug, { 'accept-encoding': 'gzip, deflate, br' })
  expect(smaller.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' })
  expect(brotliDecompressSync(smaller.rawPayload).toString()).toBe(plain.body)
  expect(
    (await get(shop.slug, { 'accept-encoding': 'gzip;q=0' })).headers['content-encoding'],
  ).toBeUndefined()
})

test('a closed shop has a storefront', async () => {
  const shop = await openShop(env)
  const current = (await get(shop.slug)).json().shop
  const { id, slug, trade, openedAt, ...settings } = current
  const route = `PUT /api/shops/${shop.shopId}/settings`
  await shop.owner.call(route, { ...settings, closedUntil: '2027-01-01' })
  expect((await get(shop.slug)).json().shop.closedUntil).toBe('2027-01-01')
})
