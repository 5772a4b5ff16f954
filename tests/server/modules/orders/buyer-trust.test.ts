import { trust } from '../../../../server/db/migrations/0038-trust'
import { deleteShop } from '../../../../server/modules/shops/delete-shop'
import { type ApiClient, signIn } from '../../support/api-client'
import { environmentPerTest, newId } from '../../support/test-environment'
import { type OpenedShop, openShop, orderFor, stockOf } from '../../support/test-shop'

const DAY_MS = 86_400_000

const env = environmentPerTest({ settings: { rateLimits: true, trustProxy: ['loopback'] } })

const order = (shop: OpenedShop, buyer: ApiClient, quantity = 1, id = newId(), ip = '203.0.113.1') =>
  buyer.call(`PUT /api/shops/${shop.shopId}/orders/${id}`, orderFor(shop, {}, quantity), {
    'x-forwarded-for': ip,
  })

/** Returns 200, or the error code. */
const codeOf = (answer: { statusCode: number; json(): { code?: string } }) =>
  answer.statusCode === 200 ? 200 : answer.json().code

const step = async (shop: OpenedShop, orderId: string, action: string) => {
  const path = `POST /api/shops/${shop.shopId}/orders/${orderId}/steps`
  expect((await shop.owner.call(path, { id: newId(), action })).statusCode).toBe(200)
}

/** Places an order and takes every step as the owner until it is done. */
async function buyFrom(shop: OpenedShop, buyer: ApiClient): Promise<string> {
  const id = newId()
  expect(codeOf(await order(shop, buyer, 1, id))).toBe(200)
  for (const action of ['accept', 'send', 'finish']) await step(shop, id, action)
  return id
}

/** Opens shops and lets 30 days pass. */
async function openOldShops(count: number, owner?: ApiClient): Promise<OpenedShop[]> {
  const shops: OpenedShop[] = []
  for (let i = 0; i < count; i++) shops.push(await openShop(env, { stock: 100, ...(owner ? { owner } : {}) }))
  env.advance(30 * DAY_MS)
  return shops
}

const standingOf = async ({ accountId }: ApiClient) =>
  (
    await env.deps.db.query
      .selectFrom('account')
      .select('standing')
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow()
  ).standing

describe('the trust of a buyer', () => {
  it('comes from an order completed in the shop, and ends when that is undone', async () => {
    const shop = await openShop(env, { stock: 100 })
    const buyer = await signIn(env.app)
    const id = await buyFrom(shop, buyer)
    expect(codeOf(await order(shop, buyer, 98, newId()))).toBe(200)
    await step(shop, id, 'undo-finish')
    expect(codeOf(await order(shop, buyer, 1, newId()))).toBe('ask-the-shop')
  })

  it('comes from orders completed in two other shops that are 30 days old', async () => {
    const [first, second] = (await openOldShops(2)) as [OpenedShop, OpenedShop]
    const [young, shop] = [await openShop(env), await openShop(env, { stock: 100 })]
    const buyer = await signIn(env.app)
    await buyFrom(young, buyer)
    await buyFrom(first, buyer)
    await buyFrom(first, buyer)
    expect(codeOf(await order(shop, buyer, 51))).toBe('ask-the-shop')
    const last = await buyFrom(second, buyer)
    expect(codeOf(await order(shop, buyer, 51))).toBe(200)
    await step(second, last, 'undo-finish')
    expect(codeOf(await order(shop, buyer, 1))).toBe('ask-the-shop')
  })

  it('stays when one of these shops is deleted and another order is completed', async () => {
    const [first, second] = (await openOldShops(2)) as [OpenedShop, OpenedShop]
    const buyer = await signIn(env.app)
    for (const shop of [first, second]) await buyFrom(shop, buyer)
    await env.deps.db.withTx((tx) => deleteShop(tx, first.shopId, 0))
    await buyFrom(await openShop(env), buyer)
    expect(await standingOf(buyer)).toBe(2)
  })

  it('does not come from shops that the buyer owns or has opened', async () => {
    const buyer = await signIn(env.app)
    const own = await openOldShops(2, buyer)
    for (const shop of own) await buyFrom(shop, buyer)
    expect(await standingOf(buyer)).toBe(0)
    const other = await signIn(env.app)
    const { key, shopId } = own[0] as OpenedShop
    await other.call('POST /api/sessions', { provider: 'key', key })
    await other.call(`DELETE /api/shops/${shopId}/other-owners`)
    await buyFrom({ ...(own[0] as OpenedShop), owner: other }, buyer)
    expect(await standingOf(buyer)).toBe(0)
  })

  it('counts orders that are completed in two shops at once', async () => {
    const [first, second] = (await openOldShops(2)) as [OpenedShop, OpenedShop]
    const buyer = await signIn(env.app)
    await Promise.all([buyFrom(first, buyer), buyFrom(second, buyer)])
    expect(await standingOf(buyer)).toBe(2)
  })

  it('is counted without a repetition when two shops finish orders of the same buyers', async () => {
    const shops = [await openShop(env, { stock: 100 }), await openShop(env, { stock: 100 })]
    const buyers = await Promise.all(Array.from({ length: 12 }, () => signIn(env.app)))
    const orders = new Map<OpenedShop, string[]>()
    for (const shop of shops) {
      const ids = buyers.map(() => newId())
      // the other shop lists them the other way round
      for (const [i, buyer] of (shop === shops[0] ? buyers : [...buyers].reverse()).entries())
        expect(codeOf(await order(shop, buyer, 1, ids[i]))).toBe(200)
      orders.set(shop, ids)
    }
    const answer = (shop: OpenedShop, what: string) =>
      shop.owner.call(`POST /api/shops/${shop.shopId}/orders/answers`, {
        ...{ id: newId(), answer: what, orderIds: orders.get(shop) },
      })
    for (const what of ['accept', 'send']) for (const shop of shops) await answer(shop, what)
    const { db } = env.deps
    const withTx = db.withTx.bind(db)
    let runs = 0
    db.withTx = (work) =>
      withTx((tx) => {
        runs++
        return work(tx)
      })
    const replies = await Promise.all(shops.map((shop) => answer(shop, 'finish')))
    expect([replies.map((reply) => reply.json().moved), runs]).toEqual([[12, 12], 2])
  })

  it('is calculated from existing orders when the database is migrated', async () => {
    const shops = await openOldShops(2)
    const [buyer, guest] = [await signIn(env.app), await signIn(env.app)]
    for (const shop of shops) await buyFrom(shop, buyer)
    await buyFrom(shops[0] as OpenedShop, guest)
    const { query } = env.deps.db
    await query.schema.alterTable('account').dropColumn('standing').execute()
    await query.schema.alterTable('shop_buyer').dropColumn('bought').execute()
    await trust.up(query as never)
    expect([
      await standingOf(buyer),
      await standingOf(guest),
      await standingOf((shops[0] as OpenedShop).owner),
    ]).toEqual([2, 1, 0])
    const bought = await query.selectFrom('shop_buyer').select('bought').execute()
    expect(bought.map((row) => row.bought)).toEqual([1, 1, 1])
  })
})

describe('the share of new buyers', () => {
  it('is shared by the accounts at one address, and free again when their orders are cancelled', async () => {
    const shop = await openShop(env, { stock: 100 })
    const [one, other, elsewhere] = [await signIn(env.app), await signIn(env.app), await signIn(env.app)]
    const id = newId()
    expect(codeOf(await order(shop, one, 40, id))).toBe(200)
    const refused = await order(shop, other, 20)
    expect(refused.json()).toMatchObject({
      code: 'ask-the-shop',
      current: { lines: [{ skuId: shop.skuId, most: 10 }] },
    })
    expect(codeOf(await order(shop, elsewhere, 30, newId(), '203.0.113.2'))).toBe(200)
    await step(shop, id, 'cancel')
    expect(codeOf(await order(shop, other, 20))).toBe(200)
  })

  it('is not exceeded by twenty accounts of one address that order at once', async () => {
    const shop = await openShop(env, { stock: 100 })
    const buyers = await Promise.all(Array.from({ length: 20 }, () => signIn(env.app)))
    const answers = await Promise.all(buyers.map((buyer) => order(shop, buyer, 8)))
    expect(answers.map(codeOf).filter((code) => code === 200)).toHaveLength(6)
    expect(new Set(answers.map(codeOf))).toEqual(new Set([200, 'ask-the-shop']))
    expect(await stockOf(env, shop)).toBe(52)
  })
})
