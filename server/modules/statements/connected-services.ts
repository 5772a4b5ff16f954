import type { OnlineMethod } from '@/domain/payment/payment'
import type { WechatPayRole } from '@/domain/payment/payment-rights'
import type { PaymentGateway } from '../../gateways/payment-gateway'
import type { PaymentGateways } from '../../gateways/payment-gateways'

export interface ConnectedService {
  /** As it stands in `statement_check`. */
  name: string
  method: OnlineMethod
  role: WechatPayRole | null
  gateway: PaymentGateway
}

/** Every merchant that the installation has, each of which has statements of its own. */
export function connectedServices({ wechat, alipay }: PaymentGateways): ConnectedService[] {
  const roles = Object.entries(wechat) as [WechatPayRole, { gateway: PaymentGateway }][]
  return [
    ...roles.map(([role, { gateway }]) => ({
      ...{ name: `wechat-${role}`, method: 'wechat' as const, role, gateway },
    })),
    ...(alipay ? [{ name: 'alipay', method: 'alipay' as const, role: null, gateway: alipay }] : []),
  ]
}
