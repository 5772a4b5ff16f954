import fc from 'fast-check'
import type { Page } from '@/contract/shapes'
import type { Product } from '@/domain/product/product'
import { importArchive } from '../../../../server/modules/exports/import-archive'
import { allProducts } from '../../../../server/modules/products/store'
import { signIn } from '../../support/api-client'
import { downloadExport } from '../../support/stories/shop-exports'
import { createTestEnvironment, environmentPerTest, newId } from '../../support/test-environment'
import { openShop, placeTestOrder, productDraft, shopPerTest } from '../../support/test-shop'

const env = environmentPerTest()
const shop = shopPerTest(env)

const path = (rest: string) => `/api/shops/${shop.shopId}/products${rest}`

async function addProduct(name: string, onSale = true): Promise<string> {
  const id = newId()
  env.advance(1000)
  const answer = await shop.owner.call(`PUT ${path(`/${id}`)}`, {
    ...{ version: 0, ...productDraft(), name, onSale },
  })
  expect(answer.statusCode).toBe(200)
  return id
}

const addProducts = async (count: number): Promise<string[]> => {
  const ids = [shop.productId]
  for (let at = 1; at < count; at++) ids.push(await addProduct(`货${at}`))
  return ids
}

const place = (id: string, after?: string) =>
  shop.owner.call(`PUT ${path(`/${id}/place`)}`, after === undefined ? {} : { after })

const list = async (query = ''): Promise<Page<Product>> =>
  (await shop.owner.call(`GET ${path(query)}`)).json()
const order = async () => (await list()).items.map(({ id }) => id)
const positions = async () =>
  env.deps.db.query
    .selectFrom('product')
    .select(['id', 'position', 'version'])
    .where('shop_id', '=', shop.shopId)
    .orderBy('position')
    .execute()

describe('PUT /api/shops/:shopId/products/:productId/place', () => {
  it('puts a product to the top or behind another one, and the storefront follows', async () => {
    const [a = '', b = '', c = ''] = await addProducts(3)
    expect(await order()).toEqual([a, b, c])
    expect((await place(c)).json()).toEqual({ placed: true })
    expect(await order()).toEqual([c, a, b])
    await place(c, a)
    expect(await order()).toEqual([a, c, b])
    const storefront = await env.app.inject(`/api/storefronts/${shop.slug}`)
    expect(storefront.json<{ products: Product[] }>().products.map(({ id }) => id)).toEqual([a, c, b])
  })

  it('changes one row, keeps versions, and changes nothing when it is repeated', async () => {
    const [a = '', b = '', c = ''] = await addProducts(3)
    const before = await positions()
    await place(c, a)
    const after = await positions()
    expect(after.filter((row) => !before.some((known) => known.position === row.position))).toHaveLength(1)
    expect(after.map(({ version }) => version)).toEqual([1, 1, 1])
    await place(c, a)
    expect(await positions()).toEqual(after)
    expect(await order()).toEqual([a, c, b])
  })

  it('renumbers the list when no position is left between two products', async () => {
    const ids = await addProducts(4)
    const { query } = env.deps.db
    await query.updateTable('product').set({ position: 5 }).where('shop_id', '=', shop.shopId).execute()
    const [first = '', second = '', third = '', last = ''] = [...ids].sort()
    await place(last, first)
    expect(await order()).toEqual([first, last, second, third])
    await query.updateTable('product').set({ position: 0 }).where('id', '=', first).execute()
    await place(third)
    expect(await order()).toEqual([third, first, last, second])
  })

  it('yields the expected order after any sequence of moves', async () => {
    const ids = await addProducts(6)
    const move = fc.tuple(fc.nat(5), fc.option(fc.nat(5), { nil: undefined }))
    const moves = fc.sample(fc.array(move, { minLength: 40, maxLength: 40 }), { numRuns: 1 })[0] ?? []
    let expected = [...ids]
    for (const [what, where] of moves) {
      const [id = '', after] = [ids[what], where === undefined ? undefined : ids[where]]
      if (id === after) continue
      await place(id, after)
      const others = expected.filter((one) => one !== id)
      const at = after === undefined ? 0 : others.indexOf(after) + 1
      expected = [...others.slice(0, at), id, ...others.slice(at)]
    }
    expect(await order()).toEqual(expected)
  })

  it('adds new products behind the others, and lists each product once over pages', async () => {
    const [a = '', b = ''] = await addProducts(2)
    await place(a, b)
    const c = await addProduct('新货')
    const first = await list('?limit=2')
    expect(first.items.map(({ id }) => id)).toEqual([b, a])
    expect((await list(`?limit=2&cursor=${first.next}`)).items.map(({ id }) => id)).toEqual([c])
  })

  it('sets an order that survives export and import', async () => {
    const [a = '', b = '', c = ''] = await addProducts(3)
    await place(c)
    const other = await createTestEnvironment({ secret: 'another secret of another installation' })
    await importArchive(other.deps, await downloadExport(env, shop))
    const products = await allProducts(other.deps.db.query, shop.shopId, { onSale: false })
    expect(products.map(({ id }) => id)).toEqual([c, a, b])
    await other.app.close()
  })

  it('rejects an unknown product, a place behind itself and a product of another shop', async () => {
    const other = await openShop(env)
    expect((await place(shop.productId, newId())).statusCode).toBe(404)
    expect((await place(newId())).statusCode).toBe(404)
    expect((await place(shop.productId, other.productId)).statusCode).toBe(404)
    expect((await place(shop.productId, shop.productId)).statusCode).toBe(400)
  })

  it('does not block an order that is placed at the same time', async () => {
    await addProducts(2)
    const buyer = await signIn(env.app)
    const [order] = await Promise.all([placeTestOrder(shop, buyer), place(shop.productId)])
    expect(order.total).toBe(2500)
  })
})

describe('POST /api/shops/:shopId/products/on-sale', () => {
  const set = (productIds: string[], onSale: boolean) =>
    shop.owner.call(`POST ${path('/on-sale')}`, { productIds, onSale })

  it('hides and shows several products, and changes only those in the other state', async () => {
    const hidden = await addProduct('收着的', false)
    const answer = await set([shop.productId, hidden], false)
    expect(
      answer.json<Page<Product>>().items.map(({ id, onSale, version }) => [id, onSale, version]),
    ).toEqual([
      [shop.productId, false, 2],
      [hidden, false, 1],
    ])
    expect((await set([shop.productId, hidden], false)).json()).toEqual(answer.json())
    const storefront = await env.app.inject(`/api/storefronts/${shop.slug}`)
    expect(storefront.json().products).toEqual([])
    expect((await set([hidden], true)).json<Page<Product>>().items[0]).toMatchObject({
      onSale: true,
      version: 2,
    })
  })

  it('ignores unknown products and those of other shops', async () => {
    const other = await openShop(env)
    const answer = await set([shop.productId, newId(), other.productId], false)
    expect(answer.json<Page<Product>>().items.map(({ id }) => id)).toEqual([shop.productId])
    const theirs = await other.owner.call(`GET /api/shops/${other.shopId}/products/${other.productId}`)
    expect(theirs.json<Product>().onSale).toBe(true)
  })
})
