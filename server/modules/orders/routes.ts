import { isPostgres } from '../../db/engine'
import { retrying } from '../../db/retry'
import type { Handlers } from '../../http/call'
import type { Parts } from '../../parts'
import { Refused } from '../../refused'
import { changingShop } from '../shops/changing'
import { findShop, toShop } from '../shops/store'
import { moveOrder } from './move-order'
import { placeAtOnce } from './place-at-once'
import { placeOrder } from './place-order'
import { findOrder, ordersPage, toOrder } from './store'
import { today } from './today'

export function orderHandlers(parts: Parts) {
  const { db, clock } = parts

  async function shopAround(shopId: string) {
    const row = await findShop(db.query, shopId)
    if (!row) throw new Refused('not-found')
    const { name, slug, trade, phone, pickupPlace } = toShop(row)
    return {
      name,
      slug,
      trade,
      ...(phone === undefined ? {} : { phone }),
      ...(pickupPlace === undefined ? {} : { pickupPlace }),
    }
  }

  return {
    'PUT /api/shops/:shopId/orders/:orderId': async ({ params, body, who }) => {
      const placing = { ...params, accountId: who.accountId, request: body }
      const placed = isPostgres(db.query)
        ? await retrying(() => placeAtOnce(parts, db.query, placing))
        : undefined
      return placed ?? db.withTx((tx) => placeOrder(parts, tx, placing))
    },
    'GET /api/shops/:shopId/orders': ({ params: { shopId }, query }) => ordersPage(db.query, shopId, query),
    'GET /api/shops/:shopId/orders/:orderId': async ({ params: { shopId, orderId }, who }) => {
      const row = await findOrder(db.query, shopId, orderId)
      if (!row) throw new Refused('not-found')
      return { order: toOrder(row), role: who.role, shop: await shopAround(shopId) }
    },
    'POST /api/shops/:shopId/orders/:orderId/steps': ({ params, body, who }) =>
      changingShop(db, params.shopId, (tx) =>
        moveOrder(tx, { ...params, ...body, actor: who.role, now: clock() }),
      ),
    'GET /api/shops/:shopId/today': ({ params: { shopId } }) => today(db.query, shopId, clock()),
  } satisfies Partial<Handlers>
}
