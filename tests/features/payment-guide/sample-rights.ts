import type { Application } from '@/contract/payment/payment-application'
import type { PaymentRightsReply } from '@/features/payment-guide/use-payment-rights'

export const shopId = '01J0000000000000000000SH0P'

/** The reply of a server that can send applications to WeChat Pay, for a seller who has not applied. */
export const rights = (more: Partial<PaymentRightsReply> = {}): PaymentRightsReply => ({
  subject: 'none',
  grants: { wechatH5: false, wechatBrowser: false },
  connected: ['wechat', 'alipay'],
  canApply: true,
  ...more,
})

export const application = (more: Partial<Application> = {}): Application => ({
  subject: 'micro',
  state: 'auditing',
  sentAt: Date.now() - 60_000,
  reasons: [],
  ...more,
})
