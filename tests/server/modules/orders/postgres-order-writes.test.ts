import fc from 'fast-check'
import type { Order } from '@/domain/order/order'
import { decideOrder } from '@/domain/order/place-order'
import { ApiError } from '../../../../server/api-error'
import type { Query } from '../../../../server/db/database'
import { SerializationConflictError } from '../../../../server/db/retry'
import { applyOrderStep } from '../../../../server/modules/order-steps/apply-order-step'
import { loadOrderFacts, type PlaceOrderInput } from '../../../../server/modules/orders/order-facts'
import { type OrderWrite, toOrderWrite } from '../../../../server/modules/orders/order-write'
import { placeOrder } from '../../../../server/modules/orders/place-order'
import { writeInOneStatement, writeInSteps } from '../../../../server/modules/orders/write-order'
import { UNUSED_WECHAT_PAY } from '../../support/payments'
import {
  newShopIds,
  openRandomShop,
  type RandomOrder,
  type RandomShop,
  randomOrders,
  randomShop,
  shopsThatRefuse,
  toInput,
} from '../../support/random-orders'
import { environmentPerFile, newId, type TestEnvironment } from '../../support/test-environment'

const payments = UNUSED_WECHAT_PAY

const env = environmentPerFile({ payments })
/** The same server on SQLite. */
const sqlite = environmentPerFile({ payments, databaseLocation: ':memory:' })

/** Every row that orders of a shop write. */
async function readRows(query: Query, shopId: string) {
  const of = (table: 'shop_order' | 'account_order' | 'shop_buyer' | 'sku') =>
    query.selectFrom(table).selectAll().where('shop_id', '=', shopId).execute()
  const shop = await query.selectFrom('shop').select('last_order').where('shop_id', '=', shopId).execute()
  const jobs = await query.selectFrom('job').selectAll().where('payload', 'like', `%${shopId}%`).execute()
  const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort()
  return {
    shop,
    skus: sorted(await of('sku')),
    orders: sorted(await of('shop_order')),
    accounts: sorted(await of('account_order')),
    buyers: sorted(await of('shop_buyer')),
    jobs: sorted(jobs),
  }
}

class RollBack extends Error {}

/** Runs `work` in a transaction that is rolled back. */
async function withoutTrace<T>(work: (tx: Query) => Promise<T>): Promise<T> {
  const results: T[] = []
  const run = env.deps.db.query.transaction().execute(async (tx) => {
    results.push(await work(tx))
    throw new RollBack()
  })
  await run.catch((error: unknown) => {
    if (!(error instanceof RollBack)) throw error
  })
  return results[0] as T
}

/** Returns what a decided order writes; `undefined` for a refused one. */
async function decideWrite(input: PlaceOrderInput): Promise<OrderWrite | undefined> {
  const facts = await loadOrderFacts(env.deps, env.deps.db.query, input)
  const decision = facts && decideOrder(facts, input.request)
  return decision && 'order' in decision ? toOrderWrite(input, facts, decision) : undefined
}

test('writeInOneStatement and writeInSteps write the same rows of any order', async () => {
  let written = 0
  await fc.assert(
    fc.asyncProperty(randomShop, randomOrders, async (shop, list) => {
      const ids = newShopIds(shop)
      await openRandomShop(env, shop, ids)
      for (const order of list) {
        const write = await decideWrite(toInput(shop, ids, order))
        if (!write) continue
        const writeAndRead = (writer: typeof writeInSteps) =>
          withoutTrace(async (tx) => ({
            number: await writer(tx, write),
            ...(await readRows(tx, ids.shopId)),
          }))
        const atOnce = await writeAndRead(writeInOneStatement)
        expect(atOnce).toEqual(await writeAndRead(writeInSteps))
        expect(await writeInOneStatement(env.deps.db.query, write)).toBe(atOnce.number)
        written++
      }
    }),
    { numRuns: 25 },
  )
  expect(written).toBeGreaterThan(10)
})

test('writeInOneStatement and writeInSteps refuse the same changes and leave no rows', async () => {
  const shop: RandomShop = {
    skus: [{ price: 2500, stock: 10, onSale: true }],
    freight: { fee: 0 },
    limits: { waiting: 3 },
  }
  const ids = newShopIds(shop)
  await openRandomShop(env, shop, ids)
  const order: RandomOrder = {
    buyer: 'a',
    ...{ isLimited: true, quantities: [2], isOnline: true, isPriceKnown: true },
    note: false,
    answer: 'nothing',
  }
  const input = toInput(shop, ids, order)
  await placeOrder(env.deps, { ...input, orderId: newId() })
  const write = await decideWrite(input)
  if (!write) throw new Error('the order was refused')
  const before = await readRows(env.deps.db.query, ids.shopId)
  const changes: Partial<OrderWrite>[] = [
    { shopVersion: write.shopVersion + 1 },
    { buyerOrders: 0 },
    { required: write.required.map((one) => ({ ...one, minStock: 9 })) },
    { required: write.required.map((one) => ({ ...one, skuId: newId() })) },
  ]
  for (const change of changes)
    for (const writer of [writeInOneStatement, writeInSteps]) {
      const tried = env.deps.db.query.transaction().execute((tx) => writer(tx, { ...write, ...change }))
      await expect(tried).rejects.toBeInstanceOf(SerializationConflictError)
      expect(await readRows(env.deps.db.query, ids.shopId)).toEqual(before)
    }
})

type Outcome = Order | Pick<ApiError, 'code' | 'details'>

/** Places an order and takes the shop's steps; returns the order or the refusal. */
async function place({ deps }: TestEnvironment, input: PlaceOrderInput, answer: RandomOrder['answer']) {
  const { shopId, orderId } = input
  try {
    const placed: Outcome = await placeOrder(deps, input)
    const repeated = await placeOrder(deps, input)
    expect(repeated).toEqual(placed)
    const actions = { nothing: [], cancel: ['cancel'], finish: ['accept', 'send', 'finish'] }[answer]
    for (const action of placed.payment.state === 'pending' ? [] : actions)
      await deps.db.withTx((tx) =>
        applyOrderStep(tx, {
          shopId,
          orderId,
          id: `${orderId}-${action}`,
          action,
          actor: 'owner',
          now: deps.clock(),
        }),
      )
    return placed
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return { code: error.code, details: error.details }
  }
}

test('PostgreSQL and SQLite decide any order alike and store the same rows', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(randomShop, randomOrders, async (shop, list) => {
      const ids = newShopIds(shop)
      await openRandomShop(env, shop, ids)
      await openRandomShop(sqlite, shop, ids)
      for (const order of list) {
        const input = toInput(shop, ids, order)
        const outcome = await place(env, input, order.answer)
        expect(outcome).toEqual(await place(sqlite, input, order.answer))
        seen.add('code' in outcome ? outcome.code : outcome.state)
        expect(await readRows(env.deps.db.query, ids.shopId)).toEqual(
          await readRows(sqlite.deps.db.query, ids.shopId),
        )
      }
    }),
    { numRuns: 40, examples: shopsThatRefuse() },
  )
  const codes = [
    'ask-the-shop',
    'out-of-stock',
    'placed',
    'price-changed',
    'product-gone',
    'too-many-waiting',
  ]
  expect([...seen].sort()).toEqual(codes)
})
