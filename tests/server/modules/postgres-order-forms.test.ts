import type { Query } from '../../../server/db/database'
import { placeAtOnce } from '../../../server/modules/orders/place-at-once'
import { type Placing, placeOrder } from '../../../server/modules/orders/place-order'
import { type Person, signIn } from '../support/person'
import { draftOf, type OpenedShop, openShop, orderFor, stockOf } from '../support/shop'
import { makeWorld, newId, type World } from '../support/world'

let world: World
let shop: OpenedShop
let buyer: Person
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.app.close())
beforeEach(async () => {
  shop = await openShop(world, { stock: 5 })
  buyer = await signIn(world.app)
})

const placing = (changes: object = {}, quantity = 1): Placing => ({
  shopId: shop.shopId,
  orderId: newId(),
  accountId: buyer.accountId,
  request: orderFor(shop, changes, quantity) as Placing['request'],
})

const forms = {
  'in two statements': (asked: Placing) => placeAtOnce(world.deps, world.deps.db.query, asked),
  plain: (asked: Placing) => world.deps.db.withTx((tx) => placeOrder(world.deps, tx, asked)),
}

/** Everything an order leaves in the database, without what differs from order to order. */
async function traces({ shopId, orderId }: Placing) {
  const { query } = world.deps.db
  const order = await query
    .selectFrom('shop_order')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('id', '=', orderId)
    .executeTakeFirst()
  const mine = await query.selectFrom('account_order').selectAll().where('order_id', '=', orderId).execute()
  const jobs = await query.selectFrom('job').selectAll().execute()
  const own = (text: string) => text.replaceAll(orderId, 'order')
  return JSON.parse(
    own(JSON.stringify({ order, mine, jobs: jobs.filter((job) => job.id.includes(orderId)) })),
  )
}

test('both forms write the same, also what is paid in advance', async () => {
  await world.app.close()
  world = await makeWorld({ online: ['wechat'] })
  shop = await openShop(world, { request: { payments: ['wechat', 'on-delivery'] } })
  buyer = await signIn(world.app)
  for (const changes of [{ note: '早上送' }, { payment: { method: 'wechat' } }]) {
    const [atOnce, plain] = [placing(changes, 2), placing(changes, 2)]
    const one = await forms['in two statements'](atOnce)
    const two = await forms.plain(plain)
    expect(one).toEqual({ ...two, id: atOnce.orderId, number: two.number - 1 })
    const [left, right] = [await traces(atOnce), await traces(plain)]
    expect(left).toEqual({ ...right, order: { ...right.order, number: right.order.number - 1 } })
    expect(left.mine).toHaveLength(1)
    expect(left.jobs).toHaveLength('payment' in changes ? 1 : 0)
  }
  expect(await stockOf(world, shop)).toBe(2)
})

test.each(Object.keys(forms) as (keyof typeof forms)[])(
  'many at once, each twice, %s: exactly as many as there were',
  async (form) => {
    const asked = Array.from({ length: 30 }, () => placing())
    const tries = await Promise.allSettled(asked.flatMap((one) => [one, one]).map(forms[form]))
    const sold = tries.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []))
    expect(new Set(sold.map((order) => order.id)).size).toBe(5)
    expect([...new Set(sold.map((order) => order.number))].sort()).toEqual([1, 2, 3, 4, 5])
    for (const one of tries) if (one.status === 'rejected') expect(one.reason.code).toBe('out-of-stock')
    expect(await stockOf(world, shop)).toBe(0)
  },
)

test('both forms together sell exactly as many as there were', async () => {
  const asked = Array.from({ length: 30 }, () => placing())
  const both = Object.values(forms)
  const tries = await Promise.allSettled(asked.map((one, i) => both[i % 2]?.(one)))
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(5)
  expect(await stockOf(world, shop)).toBe(0)
})

describe('what happens between reading and writing is noticed, and nothing is left behind', () => {
  /** The database, where something happens just before the first write. */
  function interrupted(happens: () => Promise<unknown>): Query {
    let done = false
    const { query } = world.deps.db
    return new Proxy(query, {
      get: (target, name) => {
        if (name !== 'executeQuery') return Reflect.get(target, name)
        return async (asked: Parameters<Query['executeQuery']>[0]) => {
          if (!done && 'sql' in asked && asked.sql.includes('insert into shop_order')) {
            done = true
            await happens()
          }
          return target.executeQuery(asked)
        }
      },
    })
  }

  const edit = (changes: object) =>
    shop.owner.call(`PUT /api/shops/${shop.shopId}/products/${shop.productId}`, {
      version: 1,
      ...draftOf(shop.skuId),
      ...changes,
    })

  const closing = async () => {
    const { id, slug, trade, openedAt, ...settings } = (
      await shop.owner.call(`GET /api/shops/${shop.shopId}`)
    ).json().shop
    await shop.owner.call(`PUT /api/shops/${shop.shopId}/settings`, {
      ...settings,
      closedUntil: '2027-01-01',
    })
  }

  test.each([
    ['another price', () => edit({ skus: [{ id: shop.skuId, price: 2600, stock: 5 }] }), 'price-changed'],
    ['off sale', () => edit({ onSale: false }), 'product-gone'],
    [
      'taken away',
      () => shop.owner.call(`DELETE /api/shops/${shop.shopId}/products/${shop.productId}`),
      'product-gone',
    ],
    ['sold out', () => forms.plain(placing({}, 4)), 'out-of-stock'],
    ['closed', closing, 'shop-closed'],
  ])('%s', async (_, happens, code) => {
    const asked = placing({}, 2)
    const answer = await placeAtOnce(world.deps, interrupted(happens), asked).catch((error) => error)
    expect(answer.code).toBe(code)
    expect(await traces(asked)).toEqual({ mine: [], jobs: [] })
  })

  test('another name is the name on the order', async () => {
    const order = await placeAtOnce(
      world.deps,
      interrupted(() => edit({ name: '新核桃' })),
      placing(),
    )
    expect(order?.lines[0]?.name).toBe('新核桃')
    expect(order?.number).toBe(1)
  })

  test('one of two goods sold out: nothing of the other is taken', async () => {
    const [productId, skuId] = [newId(), newId()]
    await shop.owner.call(`PUT /api/shops/${shop.shopId}/products/${productId}`, {
      version: 0,
      ...draftOf(skuId, 1),
    })
    const lines = [shop.skuId, skuId].map((id) => ({ skuId: id, quantity: 1 }))
    const rest = placing({ lines: [{ skuId, quantity: 1 }] })
    const asked = placing({ lines, seenTotal: 5000 })
    const query = interrupted(() => forms.plain(rest))
    await expect(placeAtOnce(world.deps, query, asked)).rejects.toMatchObject({
      code: 'out-of-stock',
      facts: { current: { lines: [{ skuId, stock: 0 }] } },
    })
    expect(await stockOf(world, shop)).toBe(5)
    expect((await forms.plain(placing())).number).toBe(2)
  })
})
