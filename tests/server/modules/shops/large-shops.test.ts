import { allProducts } from '../../../../server/modules/products/store'
import { call } from '../../support/api-client'
import { environmentPerTest, newId } from '../../support/test-environment'
import { openShop } from '../../support/test-shop'

const env = environmentPerTest()

/** Opens a shop and inserts `count` more products. */
async function openLargeShop(count: number) {
  const shop = await openShop(env)
  const { query } = env.deps.db
  const { shopId: shop_id } = shop
  const facts = {
    version: 1,
    edit_hash: '',
    name: '核桃',
    unit: '斤',
    category: null,
    note: null,
    photos: '[]',
  }
  const products = Array.from({ length: count }, (_, i) => ({
    shop_id,
    id: newId(),
    ...facts,
    on_sale: 1,
    created_at: i,
    position: i,
  }))
  for (let at = 0; at < count; at += 200) {
    const some = products.slice(at, at + 200)
    await query.insertInto('product').values(some).execute()
    const sku = { shop_id, position: 0, label: null, price: 100, stock: 5, weight: null }
    await query
      .insertInto('sku')
      .values(some.map(({ id }) => ({ ...sku, id: newId(), product_id: id })))
      .execute()
  }
  return shop
}

describe('allProducts', () => {
  it('yields to the event loop while it reads a large shop', async () => {
    const { shopId } = await openLargeShop(650)
    let turns = 0
    let isReading = true
    const count = () => {
      turns++
      if (isReading) setImmediate(count)
    }
    setImmediate(count)
    const products = await allProducts(env.deps.db.query, shopId, { onSale: true })
    isReading = false
    expect(products).toHaveLength(651)
    expect(turns).toBeGreaterThanOrEqual(3)
  })
})

describe('the storefront of a large shop', () => {
  it('is the same for simultaneous readers and fresh after a change', async () => {
    const { owner, shopId, slug } = await openLargeShop(450)
    const read = () => call(env.app, `GET /api/storefronts/${slug}`)
    const answers = await Promise.all(Array.from({ length: 12 }, read))
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    const earlierRead = read()
    const { shop } = (await owner.call(`GET /api/shops/${shopId}`)).json()
    const { id: _, slug: __, trade: ___, openedAt: ____, ...settings } = shop
    const saved = await owner.call(`PUT /api/shops/${shopId}/settings`, { ...settings, name: '新店名' })
    expect(saved.statusCode).toBe(200)
    expect((await read()).json()).toMatchObject({ shop: { name: '新店名' } })
    expect((await earlierRead).statusCode).toBe(200)
  })
})
