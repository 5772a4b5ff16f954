import type { RouteReply } from '@/contract/routes'
import { MAX_LISTED_REPORTS } from '@/domain/shop/report'
import type { Query } from '../../db/database'

type OwnReport = RouteReply<'GET /api/me/reports'>['items'][number]

/** Reads the latest reports of a person with what became of them, newest first. Those of removed shops are gone with the shop. */
export async function readOwnReports(db: Query, accountId: string): Promise<OwnReport[]> {
  const rows = await db
    .selectFrom('report')
    .innerJoin('shop', 'shop.shop_id', 'report.shop_id')
    .leftJoin('product', (join) =>
      join.onRef('product.shop_id', '=', 'report.shop_id').onRef('product.id', '=', 'report.product_id'),
    )
    .select(['shop.name as shop_name', 'shop.blocked_at', 'product.name as product_name'])
    .select(['report.reason', 'report.reported_at', 'report.answered_at'])
    .where('report.account_id', '=', accountId)
    .orderBy('report.reported_at', 'desc')
    .orderBy('report.shop_id')
    .orderBy('report.product_id')
    .limit(MAX_LISTED_REPORTS)
    .execute()
  return rows.map(({ shop_name, product_name, reason, reported_at, answered_at, blocked_at }) => ({
    shopName: shop_name,
    ...(product_name === null ? {} : { productName: product_name }),
    ...{ reason, reportedAt: reported_at },
    ...(answered_at === null ? {} : { answeredAt: answered_at }),
    blocked: blocked_at !== null,
  }))
}
