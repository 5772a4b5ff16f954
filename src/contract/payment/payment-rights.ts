import { Type } from '@sinclair/typebox'
import { onlineMethods } from '@/domain/payment/payment'
import { legalSubjects, wechatPayRoles } from '@/domain/payment/payment-rights'
import type { Route } from '../route'
import { Exact, OneOf, ShopParams } from '../shapes'
import { ApplicationShape } from './payment-application'

export const paymentRightsRoutes = {
  'GET /api/shops/:shopId/payment-rights': {
    summary:
      'The rights that payment services have granted the seller, the services that this server is connected to, and the state of the application to WeChat Pay.',
    access: 'owner',
    params: ShopParams,
    reply: Exact({
      subject: OneOf(legalSubjects),
      grants: Exact({
        wechat: Type.Optional(OneOf(wechatPayRoles)),
        wechatH5: Type.Boolean(),
        wechatBrowser: Type.Boolean(),
        alipay: Type.Optional(OneOf(['limited', 'full'])),
        /** Alipay's page for computers is granted as well. */
        alipayPage: Type.Optional(Type.Boolean()),
      }),
      connected: Type.Array(OneOf(onlineMethods)),
      /** This server can apply to WeChat Pay for its sellers. */
      canApply: Type.Boolean(),
      application: Type.Optional(ApplicationShape),
    }),
  },
} as const satisfies Record<string, Route>
