import type { Selectable } from 'kysely'
import { openPayoutStates } from '@/domain/payout'
import type { Query } from '../../db/database'
import type { PayoutTable } from '../../db/money-tables'
import { readGrants } from '../payments/grants'

export type PayoutRow = Selectable<PayoutTable>

/** The payouts that are recorded with some shops of a seller, the latest first. */
export const payoutsOf = (db: Query, shopIds: readonly string[], limit: number): Promise<PayoutRow[]> =>
  db
    .selectFrom('payout')
    .selectAll()
    .where('shop_id', 'in', shopIds)
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute()

export const findPayout = (
  db: Query,
  { shopId, number }: { shopId: string; number: string },
): Promise<PayoutRow | undefined> =>
  db
    .selectFrom('payout')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('number', '=', number)
    .executeTakeFirst()

export const isOpen = ({ state }: Pick<PayoutRow, 'state'>): boolean =>
  openPayoutStates.some((one) => one === state)

export const hasFailed = ({ state }: Pick<PayoutRow, 'state'>): boolean =>
  state === 'failed' || state === 'returned'

/** A payout that did not arrive is shown to its seller this long, in ms, unless a later one is under way. */
const SHOWN_MS = 30 * 24 * 3_600_000

/** True if the last payout to the seller of a shop did not arrive. */
export async function hasFailedPayout(db: Query, shopId: string, now: number): Promise<boolean> {
  const last = await db
    .selectFrom('payout')
    .select(['state', 'changed_at'])
    .where('shop_id', '=', shopId)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last !== undefined && hasFailed(last) && now - last.changed_at < SHOWN_MS
}

/** The number of the seller at WeChat Pay whom a platform accepted for a shop. */
export function merchantOf(shop: Parameters<typeof readGrants>[0]): string | undefined {
  const { wechat } = readGrants(shop)
  return wechat?.role === 'platform' ? wechat.merchant : undefined
}

/** A seller of the platform, with their shops, the oldest first. */
export interface Seller {
  merchant: string
  shopIds: string[]
}

/** The sellers who may be paid out: an operator who blocks a shop also keeps its money where refunds can reach it. */
export async function listSellers(db: Query): Promise<Seller[]> {
  const shops = await db
    .selectFrom('shop')
    .select(['shop_id', 'payment_grants', 'blocked_at'])
    .where('payment_grants', 'is not', null)
    .orderBy('opened_at')
    .orderBy('shop_id')
    .execute()
  const sellers = new Map<string, Seller & { isBlocked: boolean }>()
  for (const shop of shops) {
    const merchant = merchantOf(shop)
    if (merchant === undefined) continue
    const seller = sellers.get(merchant) ?? { merchant, shopIds: [], isBlocked: false }
    seller.shopIds.push(shop.shop_id)
    seller.isBlocked ||= shop.blocked_at !== null
    sellers.set(merchant, seller)
  }
  return [...sellers.values()].filter(({ isBlocked }) => !isBlocked)
}
