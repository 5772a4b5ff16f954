import type { RouteBody } from '@/contract/routes'
import { MAX_REPORTS_A_DAY } from '@/domain/shop/report'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { DAY_MS } from '../../jobs/intervals'
import { lockRights } from '../../lock-rights'
import { findProductRow } from '../products/store'
import { isVisible } from '../shops/store'

interface NewReport {
  shopId: string
  accountId: string
  report: RouteBody<'PUT /api/shops/:shopId/report'>
  now: number
}

/**
 * Saves a person's report of a shop or a product, instead of an earlier one of the same.
 * @throws ApiError `not-found` for what buyers do not find, `too-many` above the limit of a day.
 */
export async function saveReport(tx: Query, { shopId, accountId, report, now }: NewReport) {
  // the shop cannot be removed between the check and the report
  await lockRights(tx, { accountId, shopId })
  const { productId, reason, note = null } = report
  const isFound =
    (await isVisible(tx, shopId)) &&
    (productId === undefined || (await findProductRow(tx, shopId, productId)) !== undefined)
  if (!isFound) throw new ApiError('not-found')
  await checkLimit(tx, accountId, now)
  const row = { reason, note, reported_at: now, answered_at: null }
  await tx
    .insertInto('report')
    .values({ shop_id: shopId, product_id: productId ?? '', account_id: accountId, ...row })
    .onConflict((conflict) => conflict.columns(['shop_id', 'product_id', 'account_id']).doUpdateSet(row))
    .execute()
  return { reportedAt: now }
}

async function checkLimit(tx: Query, accountId: string, now: number): Promise<void> {
  const recent = await tx
    .selectFrom('report')
    .select('reported_at')
    .where('account_id', '=', accountId)
    .where('reported_at', '>', now - DAY_MS)
    .orderBy('reported_at')
    .execute()
  const [oldest] = recent
  if (oldest && recent.length >= MAX_REPORTS_A_DAY)
    throw new ApiError('too-many', { retryAfter: (oldest.reported_at + DAY_MS - now) / 1000 })
}
