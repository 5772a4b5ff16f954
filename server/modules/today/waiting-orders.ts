import type { RouteReply } from '@/contract/routes'
import type { Query } from '../../db/database'
import { countClaims } from '../claims/store'
import { sqlPlaced } from '../orders/store'

export type WaitingOrders = RouteReply<'GET /api/shops/:shopId/waiting'>

/** Reads how many orders wait for each of these shops, when the last of them changed, and how many claims were made. */
export async function readWaiting(
  db: Query,
  shopIds: readonly string[],
): Promise<ReadonlyMap<string, WaitingOrders>> {
  const rows = await db
    .selectFrom('shop_order')
    .select((eb) => ['shop_id', eb.fn.countAll().as('count'), eb.fn.max('updated_at').as('changedAt')])
    .where('shop_id', 'in', shopIds)
    .where('state', '=', sqlPlaced)
    // an order paid in advance waits for its buyer until it is paid
    .where('payment_state', '!=', 'pending')
    .where('gathering', '=', 0)
    .groupBy('shop_id')
    .execute()
  const found = new Map(
    rows.map(({ shop_id, count, changedAt }) => [
      shop_id,
      { count: Number(count), changedAt: Number(changedAt) },
    ]),
  )
  const claims = await countClaims(db, shopIds)
  return new Map(
    shopIds.map((shopId) => {
      const claimed = claims.get(shopId)
      return [
        shopId,
        { ...(found.get(shopId) ?? { count: 0 }), ...(claimed === undefined ? {} : { claims: claimed }) },
      ]
    }),
  )
}
