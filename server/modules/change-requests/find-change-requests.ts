import type { RouteReply } from '@/contract/routes'
import { unsentStates } from '@/domain/order/order'
import type { Query } from '../../db/database'

type Today = RouteReply<'GET /api/shops/:shopId/today'>

/** The number of accepted orders that their buyers ask to change, and the oldest of them. */
export async function findChangeRequests(db: Query, shopId: string): Promise<Pick<Today, 'changeRequests'>> {
  const rows = await db
    .selectFrom('shop_order')
    .select('id')
    .where('shop_id', '=', shopId)
    .where('state', 'in', unsentStates)
    .where('change_request', 'like', '%"state":"asked"%')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const [first] = rows
  return first ? { changeRequests: { count: rows.length, orderId: first.id } } : {}
}
