import { cancelRequests } from '../../../server/db/migrations/0006-cancel-requests'
import { signIn } from '../support/person'
import { openShop, placed } from '../support/shop'
import { makeWorld, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.app.close())

describe('the migration to requests to cancel', () => {
  it.each([
    ['due', 'asked', 'cancel-asked'],
    ['due', 'agreed', 'cancel-asked'],
    ['pending', 'declined', 'cancel-declined'],
    ['paid', 'asked', 'asked'],
    ['paid', 'declined', 'declined'],
    ['due', 'none', 'none'],
  ] as const)('turns %s and %s into %s', async (payment_state, after_sale, expected) => {
    const shop = await openShop(world)
    const { id } = await placed(shop, await signIn(world.app))
    const { db } = world.deps
    await db.withTx((tx) =>
      tx
        .updateTable('shop_order')
        .set({ state: 'done', payment_state, after_sale })
        .where('id', '=', id)
        .execute(),
    )
    await cancelRequests.up(db.query)
    const row = await db.query
      .selectFrom('shop_order')
      .select('after_sale')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row.after_sale).toBe(expected)
  })
})
