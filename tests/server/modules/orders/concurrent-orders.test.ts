import { sendUntilAnswered } from '../../../support/send-until-answered'
import { type ApiClient, signIn } from '../../support/api-client'
import { createDatabaseLocation } from '../../support/database'
import { makeTestCard } from '../../support/stories/helped-shop'
import { createTestEnvironment, newId } from '../../support/test-environment'
import { openShop, orderFor, stockOf } from '../../support/test-shop'

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

const ROUNDS = 8

test.each([
  ['its buyer deletes the account', 'DELETE /api/me/data'],
  ['the last owner leaves the shop', 'leave'],
])(
  'an order that arrives while %s is either written before, which prevents that, or refused',
  async (_, route) => {
    const { location: databaseLocation, remove } = await createDatabaseLocation()
    const env = await createTestEnvironment({ databaseLocation })
    for (let round = 0; round < ROUNDS; round++) {
      const shop = await openShop(env, { stock: STOCK })
      await makeTestCard(shop.owner, shop.shopId)
      const buyer = await signIn(env.app)
      const end = () =>
        route === 'leave'
          ? shop.owner.call(`DELETE /api/shops/${shop.shopId}/owners/me`)
          : buyer.call('DELETE /api/me/data')
      const place = () => buyer.call(`PUT /api/shops/${shop.shopId}/orders/${newId()}`, orderFor(shop))
      const calls = round % 2 === 0 ? [place, end] : [end, place]
      const replies = await Promise.all(calls.map((call) => call()))
      const written = await env.deps.db.query
        .selectFrom('shop_order')
        .select('id')
        .where('shop_id', '=', shop.shopId)
        .execute()
      const [placed, ended] = round % 2 === 0 ? replies : [...replies].reverse()
      expect([placed?.statusCode === 200, ended?.statusCode === 200].filter(Boolean)).toHaveLength(1)
      expect(written).toHaveLength(placed?.statusCode === 200 ? 1 : 0)
    }
    await env.app.close()
    await remove()
  },
)
