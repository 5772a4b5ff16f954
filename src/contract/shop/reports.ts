import { Type } from '@sinclair/typebox'
import { MAX_LISTED_REPORTS, MAX_REPORT_NOTE_LENGTH, reportReasons } from '@/domain/shop/report'
import type { Route } from '../route'
import { Exact, IdShape, MomentShape, OneOf, ShopParams, ShownWords, Words } from '../shapes'

export const reportRoutes = {
  'PUT /api/shops/:shopId/report': {
    summary:
      'Reports the shop, or one of its products, to the operator. A person counts once for each: another report replaces the earlier one.',
    access: 'signed-in',
    params: ShopParams,
    body: Exact({
      productId: Type.Optional(IdShape),
      reason: OneOf(reportReasons),
      note: Type.Optional(Words(1, MAX_REPORT_NOTE_LENGTH)),
    }),
    reply: Exact({ reportedAt: MomentShape }),
  },
  'GET /api/me/reports': {
    summary: `My latest ${MAX_LISTED_REPORTS} reports and what became of them, newest first.`,
    access: 'signed-in',
    reply: Exact({
      items: Type.Array(
        Exact({
          shopName: ShownWords('shop-name'),
          /** Absent for a report of the shop itself, and of a product that is gone. */
          productName: Type.Optional(ShownWords('product-name')),
          reason: OneOf(reportReasons),
          reportedAt: MomentShape,
          /** When an operator had looked at it. */
          answeredAt: Type.Optional(MomentShape),
          /** True while an operator has blocked the shop. */
          blocked: Type.Boolean(),
        }),
      ),
    }),
  },
} as const satisfies Record<string, Route>
