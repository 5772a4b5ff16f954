import type { Query } from '../db/database'

/** Money of the last ninety days that somebody has to look after, in fen. */
export interface StuckMoney {
  slug: string
  /** The number of the order, or of the payout. */
  about: string
  amount: number
  trouble: string
}

const DAYS_BACK_MS = 90 * 24 * 3_600_000

/** Lists refunds that failed and are not returned, refunds that buyers got twice, and payouts that did not arrive. */
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
    .where('payout.state', 'in', ['failed', 'returned'])
    .where('payout.created_at', '>', now - DAYS_BACK_MS)
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
      trouble: `${state} (${reason ?? 'no reason'})`,
    })),
  ]
}

/** One line for each. */
export const formatStuckMoney = (stuck: readonly StuckMoney[]): string =>
  stuck
    .map(
      ({ slug, about, amount, trouble }) =>
        `  /s/${slug}, ${about}: ${(amount / 100).toFixed(2)} yuan, ${trouble}`,
    )
    .join('\n')
