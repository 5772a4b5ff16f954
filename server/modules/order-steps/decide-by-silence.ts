import { nextReminder, REMIND } from '@/domain/order/claim'
import { allowedActions } from '@/domain/order/order-transitions'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import type { StorefrontCache } from '../../http/cache/storefront-cache'
import { moveOrder } from '../orders/move-order'
import { type OrderRow, toOrder } from '../orders/order-row'
import { withShopLock } from '../shops/shop-lock'
import { transitionOrder } from './transition-order'

/** Interval in ms between two searches for orders that wait for an answer. */
export const SILENCE_SWEEP_MS = 10 * 60_000

/** Maximum number of orders handled in one transaction. */
const BATCH_SIZE = 50

/** Reminds of unanswered claims and requests, and decides those that nobody has answered in time. */
export async function decideBySilence(
  { db, clock }: AppDependencies,
  storefronts: StorefrontCache,
): Promise<void> {
  for (;;) {
    const shopIds = await shopsWithSilence(db.query, clock())
    if (shopIds.length === 0) return
    for (const shopId of shopIds) {
      await withShopLock(db, shopId, (tx) => decideIn(tx, shopId, clock()))
      storefronts.invalidateShop(shopId)
    }
  }
}

/** Reads over all shops. The partial index on `remind_at` holds only orders that wait for an answer. */
async function shopsWithSilence(db: Query, now: number): Promise<string[]> {
  const rows = await db
    .selectFrom('shop_order')
    .select('shop_id')
    .distinct()
    .where('remind_at', 'is not', null)
    .where('remind_at', '<=', now)
    .limit(BATCH_SIZE)
    .execute()
  return rows.map(({ shop_id }) => shop_id)
}

async function decideIn(tx: Query, shopId: string, now: number): Promise<void> {
  const rows = await tx
    .selectFrom('shop_order')
    .selectAll()
    .where('shop_id', '=', shopId)
    .where('remind_at', 'is not', null)
    .where('remind_at', '<=', now)
    .orderBy('remind_at')
    .limit(BATCH_SIZE)
    .execute()
  for (const row of rows) await decide(tx, row, now)
}

async function decide(tx: Query, row: OrderRow, now: number): Promise<void> {
  const [action] = allowedActions(toOrder(row), 'system')
  const answerBy = action === undefined ? null : row.answer_by
  if (action !== undefined && answerBy !== null && now >= answerBy) {
    await transitionOrder(tx, row, { action, actor: 'system', now })
    return
  }
  if (answerBy !== null) await moveOrder(tx, row, { action: REMIND, actor: 'system', now })
  await setReminder(tx, row, answerBy === null ? null : nextReminder(answerBy, now))
}

async function setReminder(tx: Query, { shop_id, id }: OrderRow, at: number | null): Promise<void> {
  await tx
    .updateTable('shop_order')
    .set({ remind_at: at })
    .where('shop_id', '=', shop_id)
    .where('id', '=', id)
    .execute()
}
