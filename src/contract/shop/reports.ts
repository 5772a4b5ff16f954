import { Type } from '@sinclair/typebox'
import { MAX_REPORT_NOTE_LENGTH, reportReasons } from '@/domain/shop/report'
import type { Route } from '../route'
import { Exact, IdShape, MomentShape, OneOf, ShopParams, Words } from '../shapes'

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
} as const satisfies Record<string, Route>
