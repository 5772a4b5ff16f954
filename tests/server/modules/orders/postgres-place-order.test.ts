import type { Query } from '../../../../server/db/database'
import type { PlaceOrderInput } from '../../../../server/modules/orders/order-facts'
import { placeLocked, placeOptimistically } from '../../../../server/modules/orders/place-order'
import { type ApiClient, signIn } from '../../support/api-client'
import { grantWechatPay, UNUSED_WECHAT_PAY } from '../../support/payments'
import { makeTestCard } from '../../support/stories/helped-shop'
import { environmentPerFile, newId } from '../../support/test-environment'
import { type OpenedShop, openShop, orderFor, productDraft, stockOf } from '../../support/test-shop'

const env = environmentPerFile({ payments: UNUSED_WECHAT_PAY })
let shop: OpenedShop
let buyer: ApiClient
beforeEach(async () => {
  shop = await openShop(env, { stock: 5 })
  buyer = await signIn(env.app)
})

const placing = (changes: object = {}, quantity = 1): PlaceOrderInput => ({
  shopId: shop.shopId,
  orderId: newId(),
  accountId: buyer.accountId,
  request: orderFor(shop, changes, quantity) as PlaceOrderInput['request'],
})

const implementations = {
  placeOptimistically: (placing: PlaceOrderInput) =>
    placeOptimistically(env.deps, env.deps.db.query, placing),
  placeLocked: (placing: PlaceOrderInput) => env.deps.db.withTx((tx) => placeLocked(env.deps, tx, placing)),
}

/** Returns every row of an order, without its id. */
async function readRows({ shopId, orderId }: PlaceOrderInput) {
  const { query } = env.deps.db
  const order = await query
    .selectFrom('shop_order')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('id', '=', orderId)
    .executeTakeFirst()
  const mine = await query.selectFrom('account_order').selectAll().where('order_id', '=', orderId).execute()
  const jobs = await query.selectFrom('job').selectAll().execute()
  const withoutId = (text: string) => text.replaceAll(orderId, 'order')
  return JSON.parse(
    withoutId(JSON.stringify({ order, mine, jobs: jobs.filter((job) => job.id.includes(orderId)) })),
  )
}

test('placeLocked and placeOptimistically write the same rows, also for online payment', async () => {
  shop = await openShop(env)
  await grantWechatPay(env, shop.shopId)
  for (const changes of [{ note: '早上送' }, { payment: { method: 'wechat' } }]) {
    const [atOnce, plain] = [placing(changes, 2), placing(changes, 2)]
    const one = await implementations.placeOptimistically(atOnce)
    const two = await implementations.placeLocked(plain)
    expect(one).toEqual({ ...two, id: atOnce.orderId, number: two.number - 1 })
    const [optimisticRows, plainRows] = [await readRows(atOnce), await readRows(plain)]
    expect(optimisticRows).toEqual({
      ...plainRows,
      order: { ...plainRows.order, number: plainRows.order.number - 1 },
    })
    expect(optimisticRows.mine).toHaveLength(1)
    expect(optimisticRows.jobs).toHaveLength('payment' in changes ? 1 : 0)
  }
  expect(await stockOf(env, shop)).toBe(2)
})

test.each(Object.keys(implementations) as (keyof typeof implementations)[])(
  '%s sells exactly the stock to simultaneous repeated orders',
  async (implementation) => {
    const placements = Array.from({ length: 30 }, () => placing())
    const tries = await Promise.allSettled(
      placements.flatMap((one) => [one, one]).map(implementations[implementation]),
    )
    const sold = tries.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []))
    expect(new Set(sold.map((order) => order.id)).size).toBe(5)
    expect([...new Set(sold.map((order) => order.number))].sort()).toEqual([1, 2, 3, 4, 5])
    for (const one of tries) if (one.status === 'rejected') expect(one.reason.code).toBe('out-of-stock')
    expect(await stockOf(env, shop)).toBe(0)
  },
)

test('placeLocked and placeOptimistically together sell exactly the stock', async () => {
  const placements = Array.from({ length: 30 }, () => placing())
  const both = Object.values(implementations)
  const tries = await Promise.allSettled(placements.map((one, i) => both[i % 2]?.(one)))
  expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(5)
  expect(await stockOf(env, shop)).toBe(0)
})

describe('placeOptimistically', () => {
  /** Wraps the database so that `interrupt` runs just before the first write of an order. */
  function withInterruption(interrupt: () => Promise<unknown>): Query {
    let done = false
    const { query } = env.deps.db
    return new Proxy(query, {
      get: (target, name) => {
        const member = Reflect.get(target, name)
        if (name !== 'executeQuery') return typeof member === 'function' ? member.bind(target) : member
        return async (compiled: Parameters<Query['executeQuery']>[0]) => {
          const isWrite = 'sql' in compiled && compiled.sql.includes('insert into "shop_order"')
          if (isWrite && !done) {
            done = true
            await interrupt()
          }
          return target.executeQuery(compiled)
        }
      },
    })
  }

  const edit = (changes: object) =>
    shop.owner.call(`PUT /api/shops/${shop.shopId}/products/${shop.productId}`, {
      version: 1,
      ...productDraft(shop.skuId),
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

  const leaving = async () => {
    await makeTestCard(shop.owner, shop.shopId)
    await shop.owner.call(`DELETE /api/shops/${shop.shopId}/owners/me`)
  }

  test.each([
    ['a price change', () => edit({ skus: [{ id: shop.skuId, price: 2600, stock: 5 }] }), 'price-changed'],
    ['a product taken off sale', () => edit({ onSale: false }), 'product-gone'],
    [
      'the deletion of the product',
      () => shop.owner.call(`DELETE /api/shops/${shop.shopId}/products/${shop.productId}`),
      'product-gone',
    ],
    ['a sale of the stock', () => implementations.placeLocked(placing({}, 4)), 'out-of-stock'],
    ['the closing of the shop', closing, 'shop-closed'],
    ['the leave of its last owner', leaving, 'shop-closed'],
  ])('refuses an order interrupted by %s, and leaves no rows', async (_, interrupt, code) => {
    const placement = placing({}, 2)
    const answer = await placeOptimistically(env.deps, withInterruption(interrupt), placement).catch(
      (error) => error,
    )
    expect(answer.code).toBe(code)
    expect(await readRows(placement)).toEqual({ mine: [], jobs: [] })
  })

  test('refuses an order whose buyer deletes the account before the write, and leaves no rows', async () => {
    const placement = placing()
    const deletion = async () => {
      expect((await buyer.call('DELETE /api/me/data')).statusCode).toBe(200)
    }
    expect(await placeOptimistically(env.deps, withInterruption(deletion), placement)).toBeUndefined()
    await expect(implementations.placeLocked(placement)).rejects.toMatchObject({ code: 'signed-out' })
    expect(await readRows(placement)).toEqual({ mine: [], jobs: [] })
  })

  test('orders a product that is renamed before the write under its new name', async () => {
    const order = await placeOptimistically(
      env.deps,
      withInterruption(() => edit({ name: '新核桃' })),
      placing(),
    )
    expect(order?.lines[0]?.name).toBe('新核桃')
    expect(order?.number).toBe(1)
  })

  test('takes no stock of the first product when the second is sold out before the write', async () => {
    const [productId, skuId] = [newId(), newId()]
    await shop.owner.call(`PUT /api/shops/${shop.shopId}/products/${productId}`, {
      version: 0,
      ...productDraft(skuId, 1),
    })
    const lines = [shop.skuId, skuId].map((id) => ({ skuId: id, quantity: 1 }))
    const rest = placing({ lines: [{ skuId, quantity: 1 }] })
    const placement = placing({ lines, seenTotal: 5000 })
    const query = withInterruption(() => implementations.placeLocked(rest))
    await expect(placeOptimistically(env.deps, query, placement)).rejects.toMatchObject({
      code: 'out-of-stock',
      details: { current: { lines: [{ skuId, stock: 0 }] } },
    })
    expect(await stockOf(env, shop)).toBe(5)
    expect((await implementations.placeLocked(placing())).number).toBe(2)
  })
})
