import type { OnlineMethod } from '@/domain/payment/payment'
import type { WechatPayRole } from '@/domain/payment/payment-rights'
import type { Onboarding } from './onboarding'
import type { PaymentGateway } from './payment-gateway'
import type { Payouts } from './payouts'

export interface PaymentGateways {
  /** The origin at which payment services reach this server with their notices. */
  noticeOrigin: string
  wechat: Partial<Record<WechatPayRole, { gateway: PaymentGateway; appid: string }>>
  alipay?: PaymentGateway | undefined
  /** Applies to WeChat Pay for the sellers of a platform. */
  onboarding?: Onboarding | undefined
  /** Read WeChat Pay's new certificates, for merchants who verify by them. Each throws a `GatewayError`. */
  readCertificates?: readonly (() => Promise<void>)[] | undefined
  /** Pays out the sellers of a platform; `isAutomatic` when WeChat Pay does so by itself. */
  payouts?: { service: Payouts; isAutomatic: boolean } | undefined
}

export const NO_GATEWAYS: PaymentGateways = { noticeOrigin: '', wechat: {} }

/** The path of WeChat Pay's notices in one role. */
export const wechatNoticePath = (role: WechatPayRole): string => `/api/notices/wechat-pay/${role}`

export const ALIPAY_NOTICE_PATH = '/api/notices/alipay'

/** The URL to which the service of a payment sends its notices. */
export const noticeUrlOf = (
  { noticeOrigin }: PaymentGateways,
  { role }: { role: WechatPayRole | null },
): string => `${noticeOrigin}${role === null ? ALIPAY_NOTICE_PATH : wechatNoticePath(role)}`

/** The gateway of a method; `role` chooses that of WeChat Pay. */
export const gatewayOf = (
  { wechat, alipay }: PaymentGateways,
  { method, role }: { method: OnlineMethod; role: WechatPayRole | null },
): PaymentGateway | undefined =>
  method === 'alipay' ? alipay : role === null ? undefined : wechat[role]?.gateway

/** False for a seller whose payments a gateway would take for another one: that of the role `direct` signs for its own merchant. */
export const takesPaymentsOf = ({ onlySeller }: PaymentGateway, merchant: string): boolean =>
  onlySeller === undefined || onlySeller === merchant
