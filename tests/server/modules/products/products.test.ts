import type { Product } from '@/domain/product/product'
import { type ApiClient, call, signIn } from '../../support/api-client'
import { picture } from '../../support/pictures'
import { openHelpedShop } from '../../support/stories/helped-shop'
import { changeTestSettings } from '../../support/stories/offer-slots'
import { sendPhoto } from '../../support/stories/send-media'
import { environmentPerFile, newId } from '../../support/test-environment'
import { openShop, placeTestOrder, productDraft, stockOf } from '../../support/test-shop'

const env = environmentPerFile()

test('a product is created with version 0 and edited by version; a stale edit answers the current product', async () => {
  const { owner, shopId } = await openShop(env)
  const route = `PUT /api/shops/${shopId}/products/${newId()}`
  const draft = productDraft()
  const added = await owner.call(route, { version: 0, ...draft })
  expect(added.json()).toMatchObject({ version: 1, ...draft })
  expect((await owner.call(route, { version: 0, ...draft })).json()).toEqual(added.json())
  const renamed = await owner.call(route, { version: 1, ...draft, name: '薄皮核桃' })
  expect(renamed.json()).toMatchObject({ version: 2, name: '薄皮核桃' })
  const stale = await owner.call(route, { version: 1, ...draft, name: '迟到' })
  expect(stale.json()).toMatchObject({ status: 409, code: 'version-conflict', current: renamed.json() })
  expect((await owner.call(route, { version: 0, ...draft })).json().code).toBe('version-conflict')
  expect(
    (await owner.call(`PUT /api/shops/${shopId}/products/${newId()}`, { version: 3, ...draft })).statusCode,
  ).toBe(404)
})

describe('photo of a product', () => {
  const photo = async (person: ApiClient) => {
    const id = newId()
    const sent = await sendPhoto(env.app, person, id, await picture(40, 30).jpeg().toBuffer())
    expect(sent.statusCode).toBe(200)
    return id
  }
  const notUploaded = (path: string) => ({
    status: 400,
    fields: [{ path, message: 'is not a photo that was uploaded' }],
  })

  it('must be uploaded by an owner of the shop', async () => {
    const { owner, shopId } = await openShop(env)
    const [uploaded, foreign] = [await photo(owner), await photo(await signIn(env.app))]
    const write = (photos: string[]) =>
      owner.call(`PUT /api/shops/${shopId}/products/${newId()}`, { version: 0, ...productDraft(), photos })
    expect((await write([uploaded, foreign])).json()).toMatchObject(notUploaded('/photos/1'))
    expect((await write([uploaded])).statusCode).toBe(200)
    const products = [{ id: newId(), ...productDraft(), photos: [foreign] }]
    const opened = await owner.call(`PUT /api/shops/${newId()}`, { trade: 'nuts', products })
    expect(opened.json()).toMatchObject(notUploaded('/products/0/photos/0'))
  })

  it('stays usable in the shop after the owner who uploaded it was removed', async () => {
    const { owner, shopId, key } = await openShop(env)
    const id = await photo(owner)
    const write = (person: ApiClient, photos: string[]) =>
      person.call(`PUT /api/shops/${shopId}/products/${newId()}`, { version: 0, ...productDraft(), photos })
    expect((await write(owner, [id])).statusCode).toBe(200)
    const heir = await signIn(env.app)
    await heir.call('POST /api/sessions', { provider: 'key', key })
    expect((await heir.call(`DELETE /api/shops/${shopId}/other-owners`)).json()).toEqual({ removed: 1 })
    expect((await write(heir, [id])).statusCode).toBe(200)
    expect((await write(heir, [await photo(owner)])).statusCode).toBe(400)
  })
})

test('editing a product leaves the stock of its existing skus unchanged', async () => {
  const shop = await openShop(env, { stock: 10 })
  await placeTestOrder(shop, await signIn(env.app), {}, 3)
  const route = `PUT /api/shops/${shop.shopId}/products/${shop.productId}`
  const answer = await shop.owner.call(route, { version: 1, ...productDraft(shop.skuId, 10), name: '改名' })
  expect(answer.json().skus).toEqual([{ id: shop.skuId, price: 2500, stock: 7 }])
})

test('editing a product adds new skus with their stock, removes missing ones and keeps the given order', async () => {
  const { owner, shopId, productId, skuId } = await openShop(env)
  const [big, small] = [newId(), newId()]
  const route = `PUT /api/shops/${shopId}/products/${productId}`
  const skus = [
    { id: big, label: '大盒', price: 9000, stock: 4, weight: 2500 },
    { id: skuId, price: 2600, stock: 99 },
    { id: small, label: '小盒', price: 1000, stock: 5 },
  ]
  const grown = await owner.call(route, { version: 1, ...productDraft(), skus })
  expect(grown.json().skus).toEqual([skus[0], { ...skus[1], stock: 10 }, skus[2]])
  const cut = await owner.call(route, { version: 2, ...productDraft(), skus: [skus[2]] })
  expect(cut.json().skus).toEqual([skus[2]])
})

test('a product with a sku of another product, a duplicate sku or unknown photos is rejected', async () => {
  const { owner, shopId, skuId } = await openShop(env)
  const route = `PUT /api/shops/${shopId}/products/${newId()}`
  expect((await owner.call(route, { version: 0, ...productDraft(skuId) })).json().fields[0].path).toBe(
    '/skus/0/id',
  )
  const sku = { id: newId(), price: 1, stock: 1 }
  const twins = { ...productDraft(), skus: [sku, sku] }
  expect((await owner.call(route, { version: 0, ...twins })).json().fields[0].path).toBe('/skus/1/id')
  // every unknown photo is named, so the client can upload all of them again
  const unknown = await owner.call(route, { version: 0, ...productDraft(), photos: [newId(), newId()] })
  expect(unknown.json().fields.map(({ path }: { path: string }) => path)).toEqual(['/photos/0', '/photos/1'])
})

test('a product that is not on sale is visible to its owner only', async () => {
  const { owner, shopId, productId, skuId } = await openShop(env)
  const product = `/api/shops/${shopId}/products/${productId}`
  await owner.call(`PUT ${product}`, { version: 1, ...productDraft(skuId), onSale: false })
  expect((await call(env.app, `GET ${product}`)).statusCode).toBe(404)
  expect((await owner.call(`GET ${product}`)).json().onSale).toBe(false)
  const list = `GET /api/shops/${shopId}/products`
  expect((await call(env.app, list)).json().items).toHaveLength(0)
  expect((await owner.call(list)).json().items).toHaveLength(1)
  expect((await (await signIn(env.app)).call(list)).json().items).toHaveLength(0)
})

test('deleting a product is permanent and repeatable, and its orders keep their lines', async () => {
  const shop = await openShop(env)
  const order = await placeTestOrder(shop, await signIn(env.app))
  const product = `/api/shops/${shop.shopId}/products/${shop.productId}`
  expect((await shop.owner.call(`DELETE ${product}`)).json()).toEqual({ removed: true })
  expect((await shop.owner.call(`DELETE ${product}`)).json()).toEqual({ removed: true })
  expect((await shop.owner.call(`GET ${product}`)).statusCode).toBe(404)
  const response = await shop.owner.call(`GET /api/shops/${shop.shopId}/orders/${order.id}`)
  expect(response.json().order.lines[0].name).toBe('核桃')
})

test('the product list is paged, oldest first, and lists each product once', async () => {
  const { owner, shopId, productId } = await openShop(env)
  const ids = [productId]
  for (let i = 0; i < 6; i++) {
    env.advance(i % 2)
    const id = newId()
    ids.push(id)
    await owner.call(`PUT /api/shops/${shopId}/products/${id}`, { version: 0, ...productDraft() })
  }
  const listed: Product[] = []
  let next: string | undefined
  do {
    const query: string = next === undefined ? '?limit=3' : `?limit=3&cursor=${next}`
    const page = (await call(env.app, `GET /api/shops/${shopId}/products${query}`)).json()
    listed.push(...page.items)
    next = page.next
  } while (next !== undefined)
  expect(listed.map((product) => product.id).sort()).toEqual(ids.sort())
  const times = listed.map((product) => product.createdAt)
  expect(times).toEqual([...times].sort((a, b) => a - b))
})

test.each(['?limit=0', '?limit=101', '?limit=x', '?cursor=nonsense', '?stock=all', '?unknown=1'])(
  'the product list rejects the query %s',
  async (query) => {
    const { shopId } = await openShop(env)
    expect((await call(env.app, `GET /api/shops/${shopId}/products${query}`)).json().code).toBe('bad-input')
  },
)

describe('GET /api/shops/:shopId/products?stock=low', () => {
  const namesIn = async (who: Pick<ApiClient, 'call'>, shopId: string, query = 'stock=low') =>
    (await who.call(`GET /api/shops/${shopId}/products?${query}`))
      .json<{ items: Product[] }>()
      .items.map(({ name }) => name)

  it('lists to the owner the products on sale with a sku at the low-stock line of the shop', async () => {
    const shop = await openShop(env, { stock: 8 })
    const { owner, shopId } = shop
    const add = (name: string, changes: object) =>
      owner.call(`PUT /api/shops/${shopId}/products/${newId()}`, {
        ...{ version: 0, ...productDraft(), name, ...changes },
      })
    const sku = (label: string, stock: number) => ({ id: newId(), label, price: 100, stock })
    await add('木耳', { skus: [sku('大盒', 50), sku('小盒', 5)] })
    await add('香菇', { skus: [sku('散装', 6)] })
    await add('花椒', { skus: [sku('散装', 0)], onSale: false })
    await add('蜂蜜', { skus: [sku('散装', 0)] })
    expect(await namesIn(owner, shopId)).toEqual(['木耳', '蜂蜜'])
    expect(await namesIn(owner, shopId, 'stock=low&search=me')).toEqual(['木耳'])
    expect(await namesIn(owner, shopId, 'search=me')).toEqual(['木耳'])
    const first = await owner.call(`GET /api/shops/${shopId}/products?stock=low&limit=1`)
    const { next } = first.json<{ next: string }>()
    expect(await namesIn(owner, shopId, `stock=low&limit=1&cursor=${next}`)).toEqual(['蜂蜜'])
    await changeTestSettings(shop, { lowStock: 8 })
    expect(await namesIn(owner, shopId)).toEqual(['核桃', '木耳', '香菇', '蜂蜜'])
    await changeTestSettings(shop, { lowStock: 0 })
    expect(await namesIn(owner, shopId)).toEqual(['蜂蜜'])
  })

  it('filters for helpers and owners, and lists all products to buyers', async () => {
    const { helper, shopId } = await openHelpedShop(env)
    expect(await namesIn(helper, shopId, '')).toEqual(['核桃'])
    expect(await namesIn(helper, shopId)).toEqual([])
    const own = await openShop(env)
    expect(await namesIn(own.owner, own.shopId)).toEqual([])
    expect(await namesIn(await signIn(env.app), own.shopId)).toEqual(['核桃'])
    expect(await namesIn({ call: (route) => call(env.app, route) }, own.shopId)).toEqual(['核桃'])
  })
})

describe('the stock of a sku', () => {
  test('moves by a delta once per request id', async () => {
    const shop = await openShop(env, { stock: 10 })
    const route = `POST /api/shops/${shop.shopId}/skus/${shop.skuId}/stock`
    const body = { id: newId(), delta: 5 }
    const [a, b] = await Promise.all([shop.owner.call(route, body), shop.owner.call(route, body)])
    expect([a.json(), b.json()]).toEqual([
      { skuId: shop.skuId, stock: 15 },
      { skuId: shop.skuId, stock: 15 },
    ])
    await shop.owner.call(route, { id: newId(), delta: -3 })
    expect((await shop.owner.call(route, body)).json().stock).toBe(15)
    expect(await stockOf(env, shop)).toBe(12)
    expect((await shop.owner.call(route, { ...body, delta: 6 })).json().code).toBe('idempotency-conflict')
  })

  test('is rejected below zero with the current stock, and above a million', async () => {
    const shop = await openShop(env, { stock: 10 })
    const route = `POST /api/shops/${shop.shopId}/skus/${shop.skuId}/stock`
    const short = await shop.owner.call(route, { id: newId(), delta: -11 })
    expect(short.json()).toMatchObject({
      status: 409,
      code: 'out-of-stock',
      current: { skuId: shop.skuId, stock: 10 },
    })
    expect((await shop.owner.call(route, { id: newId(), delta: 1_000_000 })).json().fields[0].path).toBe(
      '/delta',
    )
    expect((await shop.owner.call(route, { id: newId(), delta: -10 })).json().stock).toBe(0)
    const nowhere = `POST /api/shops/${shop.shopId}/skus/${newId()}/stock`
    expect((await shop.owner.call(nowhere, { id: newId(), delta: 1 })).statusCode).toBe(404)
  })
})
