import { Type } from '@sinclair/typebox'
import { onlineMethods } from '@/domain/payment'
import { legalSubjects, wechatPayRoles } from '@/domain/payment-rights'
import type { Route } from './route'
import { Exact, OneOf, ShopParams } from './shapes'

export const paymentRightsRoutes = {
  'GET /api/shops/:shopId/payment-rights': {
    summary: 'What payment services have granted the seller, and which of them this server is connected to.',
    access: 'owner',
    params: ShopParams,
    reply: Exact({
      subject: OneOf(legalSubjects),
      grants: Exact({
        wechat: Type.Optional(OneOf(wechatPayRoles)),
        wechatH5: Type.Boolean(),
        wechatBrowser: Type.Boolean(),
        alipay: Type.Optional(OneOf(['limited', 'full'])),
      }),
      connected: Type.Array(OneOf(onlineMethods)),
    }),
  },
} as const satisfies Record<string, Route>
