import type { Query } from '../../db/database'
import { DAY_MS } from '../../jobs/intervals'

/** Money of the last ninety days that somebody has to look after, in fen. */
export interface StuckMoney {
  slug: string
  /** The number of the order, or of the payout. */
  about: string
  amount: number
  trouble: string
}

const DAYS_BACK_MS = 90 * DAY_MS
/** A bank takes a working day, and a long weekend in between. */
const OPEN_TOO_LONG_MS = 5 * DAY_MS

/** Lists refunds that failed, were sent to the seller or reached a buyer twice, and payouts that did not arrive or do not end. */
export async function readStuckMoney(db: Query, now: number): Promise<StuckMoney[]> {
  const refunds = await db
    .selectFrom('refund')
    .innerJoin('shop', 'shop.shop_id', 'refund.shop_id')
    .innerJoin('shop_order', (join) =>
      join.onRef('shop_order.shop_id', '=', 'refund.shop_id').onRef('shop_order.id', '=', 'refund.order_id'),
    )
    .select(['slug', 'number', 'amount', 'returned_twice', 'sent_back'])
    .where('refund.created_at', '>', now - DAYS_BACK_MS)
    .where((eb) => eb.or([eb('refund.state', '=', 'failed'), eb('returned_twice', '=', 1)]))
    .orderBy('refund.created_at')
    .execute()
  const payouts = await db
    .selectFrom('payout')
    .innerJoin('shop', 'shop.shop_id', 'payout.shop_id')
    .select(['slug', 'number', 'amount', 'state', 'reason'])
    .where((eb) =>
      eb.or([
        eb.and([
          eb('payout.state', 'in', ['failed', 'returned']),
          eb('payout.created_at', '>', now - DAYS_BACK_MS),
          // a later one has brought the same money
          eb.not(
            eb.exists(
              eb
                .selectFrom('payout as later')
                .whereRef('later.shop_id', '=', 'payout.shop_id')
                .whereRef('later.created_at', '>', 'payout.changed_at')
                .select('later.number'),
            ),
          ),
        ]),
        eb.and([
          eb('payout.state', 'in', ['requested', 'processing']),
          eb('payout.created_at', '<', now - OPEN_TOO_LONG_MS),
        ]),
      ]),
    )
    .orderBy('payout.created_at')
    .execute()
  return [
    ...refunds.map(({ slug, number, amount, returned_twice, sent_back }) => ({
      ...{ slug, about: `order ${number}`, amount },
      trouble:
        returned_twice === 1 ? 'returned twice' : sent_back === 1 ? 'sent to the seller' : 'refund failed',
    })),
    ...payouts.map(({ slug, number, amount, state, reason }) => ({
      ...{ slug, about: `payout ${number}`, amount },
      trouble: reason === null ? state : `${state} (${reason})`,
    })),
  ]
}
