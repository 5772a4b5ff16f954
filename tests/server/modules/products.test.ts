import type { Product } from '@/domain/sku'
import { call, type Person, signIn } from '../support/person'
import { picture } from '../support/pictures'
import { sendPhoto } from '../support/send-photo'
import { draftOf, openShop, placed, stockOf } from '../support/shop'
import { makeWorld, newId, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.app.close())

test('a product is added with version 0 and changed by version; a stale edit gets the product as it is', async () => {
  const { owner, shopId } = await openShop(world)
  const route = `PUT /api/shops/${shopId}/products/${newId()}`
  const draft = draftOf()
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

describe('the photos of a product', () => {
  const photo = async (person: Person) => {
    const id = newId()
    const sent = await sendPhoto(world.app, person, id, await picture(40, 30).jpeg().toBuffer())
    expect(sent.statusCode).toBe(200)
    return id
  }
  const notUploaded = (path: string) => ({
    status: 400,
    fields: [{ path, message: 'is not a photo that was uploaded' }],
  })

  it('are those that an owner of its shop has sent', async () => {
    const { owner, shopId } = await openShop(world)
    const [own, foreign] = [await photo(owner), await photo(await signIn(world.app))]
    const write = (photos: string[]) =>
      owner.call(`PUT /api/shops/${shopId}/products/${newId()}`, { version: 0, ...draftOf(), photos })
    expect((await write([own, foreign])).json()).toMatchObject(notUploaded('/photos/1'))
    expect((await write([own])).statusCode).toBe(200)
    const products = [{ id: newId(), ...draftOf(), photos: [foreign] }]
    const opened = await owner.call(`PUT /api/shops/${newId()}`, { trade: 'nuts', products })
    expect(opened.json()).toMatchObject(notUploaded('/products/0/photos/0'))
  })

  it('stay usable in their shop for its other owners', async () => {
    const { owner, shopId, key } = await openShop(world)
    const id = await photo(owner)
    const write = (person: Person, photos: string[]) =>
      person.call(`PUT /api/shops/${shopId}/products/${newId()}`, { version: 0, ...draftOf(), photos })
    expect((await write(owner, [id])).statusCode).toBe(200)
    const heir = await signIn(world.app)
    await heir.call('POST /api/sessions', { provider: 'key', key })
    expect((await heir.call(`DELETE /api/shops/${shopId}/other-owners`)).json()).toEqual({ removed: 1 })
    expect((await write(heir, [id])).statusCode).toBe(200)
    expect((await write(heir, [await photo(owner)])).statusCode).toBe(400)
  })
})

test('an edit never erases a sale: the stock of a known sku is left alone', async () => {
  const shop = await openShop(world, { stock: 10 })
  await placed(shop, await signIn(world.app), {}, 3)
  const route = `PUT /api/shops/${shop.shopId}/products/${shop.productId}`
  const answer = await shop.owner.call(route, { version: 1, ...draftOf(shop.skuId, 10), name: '改名' })
  expect(answer.json().skus).toEqual([{ id: shop.skuId, price: 2500, stock: 7 }])
})

test('new skus bring their stock, those no longer named vanish, in the order given', async () => {
  const { owner, shopId, productId, skuId } = await openShop(world)
  const [big, small] = [newId(), newId()]
  const route = `PUT /api/shops/${shopId}/products/${productId}`
  const skus = [
    { id: big, label: '大盒', price: 9000, stock: 4, weight: 2500 },
    { id: skuId, price: 2600, stock: 99 },
    { id: small, label: '小盒', price: 1000, stock: 5 },
  ]
  const grown = await owner.call(route, { version: 1, ...draftOf(), skus })
  expect(grown.json().skus).toEqual([skus[0], { ...skus[1], stock: 10 }, skus[2]])
  const cut = await owner.call(route, { version: 2, ...draftOf(), skus: [skus[2]] })
  expect(cut.json().skus).toEqual([skus[2]])
})

test('a sku of another product, or twice, is bad input', async () => {
  const { owner, shopId, skuId } = await openShop(world)
  const route = `PUT /api/shops/${shopId}/products/${newId()}`
  expect((await owner.call(route, { version: 0, ...draftOf(skuId) })).json().fields[0].path).toBe(
    '/skus/0/id',
  )
  const sku = { id: newId(), price: 1, stock: 1 }
  const twins = { ...draftOf(), skus: [sku, sku] }
  expect((await owner.call(route, { version: 0, ...twins })).json().fields[0].path).toBe('/skus/1/id')
  // all of them, so that a phone can send them again
  const unknown = await owner.call(route, { version: 0, ...draftOf(), photos: [newId(), newId()] })
  expect(unknown.json().fields.map(({ path }: { path: string }) => path)).toEqual(['/photos/0', '/photos/1'])
})

test('what is not on sale is seen by its owner only', async () => {
  const { owner, shopId, productId, skuId } = await openShop(world)
  const product = `/api/shops/${shopId}/products/${productId}`
  await owner.call(`PUT ${product}`, { version: 1, ...draftOf(skuId), onSale: false })
  expect((await call(world.app, `GET ${product}`)).statusCode).toBe(404)
  expect((await owner.call(`GET ${product}`)).json().onSale).toBe(false)
  const list = `GET /api/shops/${shopId}/products`
  expect((await call(world.app, list)).json().items).toHaveLength(0)
  expect((await owner.call(list)).json().items).toHaveLength(1)
  expect((await (await signIn(world.app)).call(list)).json().items).toHaveLength(0)
})

test('a product is taken away for good, as often as asked; its order keeps its lines', async () => {
  const shop = await openShop(world)
  const order = await placed(shop, await signIn(world.app))
  const product = `/api/shops/${shop.shopId}/products/${shop.productId}`
  expect((await shop.owner.call(`DELETE ${product}`)).json()).toEqual({ removed: true })
  expect((await shop.owner.call(`DELETE ${product}`)).json()).toEqual({ removed: true })
  expect((await shop.owner.call(`GET ${product}`)).statusCode).toBe(404)
  const seen = await shop.owner.call(`GET /api/shops/${shop.shopId}/orders/${order.id}`)
  expect(seen.json().order.lines[0].name).toBe('核桃')
})

test('a list comes in pages, oldest first, each product once', async () => {
  const { owner, shopId, productId } = await openShop(world)
  const ids = [productId]
  for (let i = 0; i < 6; i++) {
    world.pass(i % 2)
    const id = newId()
    ids.push(id)
    await owner.call(`PUT /api/shops/${shopId}/products/${id}`, { version: 0, ...draftOf() })
  }
  const seen: Product[] = []
  let next: string | undefined
  do {
    const query: string = next === undefined ? '?limit=3' : `?limit=3&cursor=${next}`
    const page = (await call(world.app, `GET /api/shops/${shopId}/products${query}`)).json()
    seen.push(...page.items)
    next = page.next
  } while (next !== undefined)
  expect(seen.map((product) => product.id).sort()).toEqual(ids.sort())
  const times = seen.map((product) => product.createdAt)
  expect(times).toEqual([...times].sort((a, b) => a - b))
})

test.each(['?limit=0', '?limit=101', '?limit=x', '?cursor=nonsense', '?unknown=1'])(
  'a list asked with %s is bad input',
  async (query) => {
    const { shopId } = await openShop(world)
    expect((await call(world.app, `GET /api/shops/${shopId}/products${query}`)).json().code).toBe('bad-input')
  },
)

describe('stock', () => {
  test('moves by deltas, once per id', async () => {
    const shop = await openShop(world, { stock: 10 })
    const route = `POST /api/shops/${shop.shopId}/skus/${shop.skuId}/stock`
    const body = { id: newId(), delta: 5 }
    const [a, b] = await Promise.all([shop.owner.call(route, body), shop.owner.call(route, body)])
    expect([a.json(), b.json()]).toEqual([
      { skuId: shop.skuId, stock: 15 },
      { skuId: shop.skuId, stock: 15 },
    ])
    await shop.owner.call(route, { id: newId(), delta: -3 })
    expect((await shop.owner.call(route, body)).json().stock).toBe(15)
    expect(await stockOf(world, shop)).toBe(12)
    expect((await shop.owner.call(route, { ...body, delta: 6 })).json().code).toBe('idempotency-conflict')
  })

  test('below zero is out of stock with the stock there is, above a million bad input', async () => {
    const shop = await openShop(world, { stock: 10 })
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
