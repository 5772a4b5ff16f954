import type { Selectable } from 'kysely'
import type { Query } from '../../db/database'
import type { PayoutTable } from '../../db/money-tables'
import type { AppDependencies } from '../../dependencies'
import { DAY_MS } from '../../jobs/intervals'
import { readGrants } from '../grants/grants'

export type PayoutRow = Selectable<PayoutTable>

/**
 * A bank returns a payout within seven working days, which a week of holidays and the weekends beside it extend. In ms.
 * Source: https://pay.weixin.qq.com/doc/v3/partner/4012476656
 */
export const RETURNED_WITHIN_MS = 21 * DAY_MS

/** The most payouts of a seller that can still be returned: one a day. */
export const MAX_FOLLOWED = 22

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
  state === 'requested' || state === 'processing'

/** True if the bank did not take a payout, or sent it back. One that WeChat Pay refused has no reason of a bank. */
export const isRefusedByBank = ({ state, reason }: PayoutRow): boolean =>
  state === 'returned' || (state === 'failed' && reason !== null)

/** A payout that the bank refused is shown to its seller this long, in ms, unless a later one was begun. */
const SHOWN_MS = 30 * DAY_MS

/** Says that the bank refused a payout of a shop and none was begun since; nothing where WeChat Pay pays out by itself. */
export async function readFailedPayout(
  { db, payments, clock }: Pick<AppDependencies, 'db' | 'payments' | 'clock'>,
  shopId: string,
): Promise<{ failedPayout?: true }> {
  if (!payments.payouts || payments.payouts.isAutomatic) return {}
  const rows = await payoutsOf(db.query, [shopId], MAX_FOLLOWED)
  const newest = rows[0]?.created_at ?? 0
  const isShown = (row: PayoutRow) =>
    isRefusedByBank(row) && row.changed_at > newest && clock() - row.changed_at < SHOWN_MS
  return rows.some(isShown) ? { failedPayout: true } : {}
}

/** True while a payout of a shop has not ended, or can still be returned. */
export async function hasPayoutUnderWay(db: Query, shopId: string, now: number): Promise<boolean> {
  const rows = await payoutsOf(db, [shopId], MAX_FOLLOWED)
  return rows.some(
    (one) => isOpen(one) || (one.state === 'done' && now - one.created_at < RETURNED_WITHIN_MS),
  )
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
  /** An operator has blocked one of the shops. */
  isBlocked: boolean
}

export async function listSellers(db: Query): Promise<Seller[]> {
  const shops = await db
    .selectFrom('shop')
    .select(['shop_id', 'payment_grants', 'blocked_at'])
    .where('payment_grants', 'is not', null)
    .orderBy('opened_at')
    .orderBy('shop_id')
    .execute()
  const sellers = new Map<string, Seller>()
  for (const shop of shops) {
    const merchant = merchantOf(shop)
    if (merchant === undefined) continue
    const seller = sellers.get(merchant) ?? { merchant, shopIds: [], isBlocked: false }
    seller.shopIds.push(shop.shop_id)
    seller.isBlocked ||= shop.blocked_at !== null
    sellers.set(merchant, seller)
  }
  return [...sellers.values()]
}

export const findSeller = async (db: Query, merchant: string): Promise<Seller | undefined> =>
  (await listSellers(db)).find((seller) => seller.merchant === merchant)
