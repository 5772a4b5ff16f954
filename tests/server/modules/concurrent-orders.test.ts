import { sendUntilAnswered } from '../../support/send-until-answered'
import { type ApiClient, signIn } from '../support/api-client'
import { createDatabaseLocation } from '../support/database'
import { createTestEnvironment, newId } from '../support/test-environment'
import { openShop, orderFor, stockOf } from '../support/test-shop'

const BUYERS = 200
const STOCK = 10

test('200 simultaneous buyers who each order twice get exactly 10 orders from a stock of 10', async () => {
  const { location: databaseLocation, remove } = await createDatabaseLocation()
  const env = await createTestEnvironment({ databaseLocation })
  const shop = await openShop(env, { stock: STOCK })
  const buyers: ApiClient[] = await Promise.all(Array.from({ length: BUYERS }, () => signIn(env.app)))
  const tries = await Promise.all(
    buyers.flatMap((buyer) => {
      const route = `PUT /api/shops/${shop.shopId}/orders/${newId()}`
      return [1, 2].map(() => sendUntilAnswered(() => buyer.call(route, orderFor(shop))))
    }),
  )
  const taken = tries.filter((answer) => answer.statusCode === 200).map((answer) => answer.json())
  expect(taken).toHaveLength(STOCK * 2)
  expect(new Set(taken.map((order) => order.id)).size).toBe(STOCK)
  expect(
    taken
      .map((order) => order.number)
      .sort((a, b) => a - b)
      .filter((_, i) => i % 2),
  ).toEqual(Array.from({ length: STOCK }, (_, i) => i + 1))
  const refused = tries.filter((answer) => answer.statusCode !== 200)
  expect(new Set(refused.map((answer) => answer.json().code))).toEqual(new Set(['out-of-stock']))
  expect(await stockOf(env, shop)).toBe(0)
  const orders = await env.deps.db.query.selectFrom('shop_order').select('id').execute()
  expect(orders).toHaveLength(STOCK)
  await env.app.close()
  await remove()
})
