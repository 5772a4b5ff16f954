import { cancelRequests } from '../../../server/db/migrations/0006-cancel-requests'
import { signIn } from '../support/api-client'
import { movableOrders } from '../support/stories/movable-orders'
import { environmentPerFile } from '../support/test-environment'
import { openShop, placeTestOrder } from '../support/test-shop'

const env = environmentPerFile()

describe('the cancel-requests migration', () => {
  it.each([
    ['due', 'asked', 'cancel-asked'],
    ['due', 'agreed', 'cancel-asked'],
    ['pending', 'declined', 'cancel-declined'],
    ['paid', 'asked', 'asked'],
    ['paid', 'declined', 'declined'],
    ['due', 'none', 'none'],
  ] as const)(
    'turns payment state %s and after-sale state %s into %s',
    async (payment_state, after_sale, expected) => {
      const shop = await openShop(env)
      const { id } = await placeTestOrder(shop, await signIn(env.app))
      const { db } = env.deps
      await db.withTx((tx) =>
        movableOrders(tx)
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
    },
  )
})
