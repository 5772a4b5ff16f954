import { testPlace } from '../support/database'
import { type Person, signIn } from '../support/person'
import { openShop, orderFor, stockOf } from '../support/shop'
import { makeWorld, newId } from '../support/world'

const BUYERS = 200
const STOCK = 10

test('200 buyers order at once from a stock of 10, each twice: exactly 10 orders, and nothing is left', async () => {
  const { place, remove } = await testPlace()
  const world = await makeWorld({ place })
  const shop = await openShop(world, { stock: STOCK })
  const buyers: Person[] = await Promise.all(Array.from({ length: BUYERS }, () => signIn(world.app)))
  const tries = await Promise.all(
    buyers.flatMap((buyer) => {
      const route = `PUT /api/shops/${shop.shopId}/orders/${newId()}`
      return [buyer.call(route, orderFor(shop)), buyer.call(route, orderFor(shop))]
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
  expect(await stockOf(world, shop)).toBe(0)
  const orders = await world.deps.db.query.selectFrom('shop_order').select('id').execute()
  expect(orders).toHaveLength(STOCK)
  await world.app.close()
  await remove()
})
