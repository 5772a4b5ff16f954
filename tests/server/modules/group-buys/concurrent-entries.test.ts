import type { Order } from '@/domain/order/order'
import { sendUntilAnswered } from '../../../support/send-until-answered'
import { type ApiClient, call, createApiClient } from '../../support/api-client'
import { createDatabaseLocation } from '../../support/database'
import { createTestEnvironment, newId, type TestEnvironment } from '../../support/test-environment'
import { entryFor, type OpenedGroupBuy, openGroupBuy, readGroupBuy } from '../../support/test-group-buy'
import { openShop, stockOf } from '../../support/test-shop'

const BUYERS = 300
const UNITS = 100
const MAX_PER_PERSON = 3
const STOCK = 250
/** All buyers share one network. */
const ADDRESS = { 'x-forwarded-for': '203.0.113.1' }

let env: TestEnvironment
let remove: () => Promise<void>

beforeEach(async () => {
  const database = await createDatabaseLocation()
  remove = database.remove
  env = await createTestEnvironment({
    databaseLocation: database.location,
    settings: { rateLimits: true, trustProxy: ['loopback'] },
  })
})
afterEach(async () => {
  await env.app.close()
  await remove()
})

async function signInNeighbour(): Promise<ApiClient> {
  const answer = await call(env.app, 'POST /api/sessions', { provider: 'device' }, ADDRESS)
  const { token, accountId } = answer.json<{ token: string; accountId: string }>()
  return createApiClient(env.app, token, accountId)
}

const join = (groupBuy: OpenedGroupBuy, buyer: ApiClient, quantity: number, id = newId()) =>
  sendUntilAnswered(() =>
    buyer.call(`PUT ${groupBuy.route}/entries/${id}`, entryFor(groupBuy, quantity), ADDRESS),
  )

const unitsOf = ({ lines }: Order) => lines.reduce((sum, { quantity }) => sum + quantity, 0)

/** Opens a group buy of 100 units in a shop that has more. */
async function openLimited(): Promise<OpenedGroupBuy> {
  const shop = await openShop(env, {
    stock: STOCK,
    request: { fulfilments: ['pickup'], payments: ['on-pickup'] },
  })
  const goods = [{ skuId: shop.skuId, price: 2000, maxPerPerson: MAX_PER_PERSON, max: UNITS }]
  return openGroupBuy(env, shop, { goods })
}

test('300 buyers behind one address who each send two entries at once take exactly 100 units, none above the maximum', async () => {
  const groupBuy = await openLimited()
  const buyers = await Promise.all(Array.from({ length: BUYERS }, signInNeighbour))
  const answers = await Promise.all(
    buyers.flatMap((buyer, at) =>
      [1 + (at % MAX_PER_PERSON), 1 + (at % 2)].map(async (quantity) => ({
        buyer: buyer.accountId,
        answer: await join(groupBuy, buyer, quantity),
      })),
    ),
  )
  const joined = answers.filter(({ answer }) => answer.statusCode === 200)
  const refused = answers.filter(({ answer }) => answer.statusCode !== 200)
  expect(new Set(refused.map(({ answer }) => answer.json().code))).toEqual(new Set(['group-buy-full']))
  const entries = joined.map(({ buyer, answer }) => ({ buyer, order: answer.json<Order>() }))
  expect(entries.reduce((sum, { order }) => sum + unitsOf(order), 0)).toBe(UNITS)

  const unitsByBuyer = new Map<string, number>()
  for (const { buyer, order } of entries)
    unitsByBuyer.set(buyer, (unitsByBuyer.get(buyer) ?? 0) + unitsOf(order))
  expect(Math.max(...unitsByBuyer.values())).toBeLessThanOrEqual(MAX_PER_PERSON)

  const numbers = entries.map(({ order }) => order.groupBuy?.entry ?? 0).sort((a, b) => a - b)
  expect(numbers).toEqual(numbers.map((_, at) => at + 1))
  expect(await stockOf(env, groupBuy.shop)).toBe(STOCK - UNITS)
  expect((await readGroupBuy(groupBuy)).counts).toEqual({
    entries: entries.length,
    units: UNITS,
    amount: UNITS * 2000,
  })

  await env.runAfter(1)
  expect((await readGroupBuy(groupBuy)).state).toBe('closed')
  const open = await env.deps.db.query
    .selectFrom('shop_order')
    .select('id')
    .where('gathering', '=', 1)
    .execute()
  expect(open).toEqual([])
})

test('entries that are changed and left at once return exactly what they had taken', async () => {
  const groupBuy = await openLimited()
  const buyers = await Promise.all(Array.from({ length: 60 }, signInNeighbour))
  const first = await Promise.all(buyers.map((buyer) => join(groupBuy, buyer, 1)))
  const ids = first.map((answer) => answer.json<Order>().id)
  await Promise.all(
    buyers.flatMap((buyer, at) => [
      sendUntilAnswered(() =>
        buyer.call(
          `PUT ${groupBuy.route}/entries/${newId()}`,
          entryFor(groupBuy, 2, { replaces: ids[at] }),
          ADDRESS,
        ),
      ),
      sendUntilAnswered(() => buyer.call(`DELETE ${groupBuy.route}/entries/${ids[at]}`, undefined, ADDRESS)),
    ]),
  )
  const rows = await env.deps.db.query
    .selectFrom('shop_order')
    .select(['entry', 'lines', 'state'])
    .where('group_buy_id', '=', groupBuy.groupBuyId)
    .where('state', '=', 'placed')
    .execute()
  const units = rows.reduce((sum, { lines }) => sum + unitsOf({ lines: JSON.parse(lines) } as Order), 0)
  expect(new Set(rows.map(({ entry }) => entry)).size).toBe(rows.length)
  expect((await readGroupBuy(groupBuy)).counts).toMatchObject({ entries: rows.length, units })
  expect(await stockOf(env, groupBuy.shop)).toBe(STOCK - units)
})
