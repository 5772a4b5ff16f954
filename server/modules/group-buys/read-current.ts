import { sql } from 'kysely'
import type { RouteReply } from '@/contract/routes'
import type { OrderState } from '@/domain/order/order'
import type { Query } from '../../db/database'

type Current = Pick<RouteReply<'GET /api/shops/:shopId/today'>, 'groupBuys'>

const SHOWN = 3

/** The group buys that concern their owner today: those that are open or fell short, and closed ones with entries to hand out. */
export async function readCurrent(db: Query, shopId: string): Promise<Current> {
  const rows = await db
    .selectFrom('group_buy')
    .select(['id', 'state', 'words', 'ends_at', 'entries'])
    .select((eb) =>
      eb
        .selectFrom('shop_order')
        .select(eb.fn.countAll().as('count'))
        .whereRef('shop_order.shop_id', '=', 'group_buy.shop_id')
        .whereRef('group_buy_id', '=', 'group_buy.id')
        .where(sql<boolean>`group_buy_id is not null`)
        .where('shop_order.state', 'in', ['accepted', 'underway'] satisfies OrderState[])
        .as('left'),
    )
    .where('shop_id', '=', shopId)
    .where('state', 'in', ['open', 'short', 'closed'])
    .orderBy('ends_at', 'desc')
    .limit(40)
    .execute()
  const current = rows
    .filter(({ state, left }) => state !== 'closed' || Number(left) > 0)
    .sort((a, b) => a.ends_at - b.ends_at)
    .slice(0, SHOWN)
  if (current.length === 0) return {}
  return {
    groupBuys: current.map(({ id, state, words, ends_at, entries, left }) => ({
      ...{ id, state: state as 'open' | 'short' | 'closed', words, endsAt: ends_at, entries },
      ...(state === 'closed' ? { left: Number(left) } : {}),
    })),
  }
}
