import type { OnlineMethod } from '@/domain/payment'
import {
  grantedMethods,
  type LegalSubject,
  type PaymentGrants,
  type WechatPayRole,
} from '@/domain/payment-rights'
import { readJson } from '../../db/json'
import type { ShopTable } from '../../db/tables'
import { gatewayOf, type PaymentGateways } from '../../gateways/payment-gateways'

/** What payment services have granted a seller, with the seller's numbers there. */
export interface StoredGrants {
  subject: LegalSubject
  wechat?: {
    role: WechatPayRole
    merchant: string
    /** The appid of the shop's own mini-program. */
    appid?: string
    /** H5 payment is granted. */
    h5: boolean
    /** A verified service account is bound. */
    browser: boolean
  }
  /** `isLimited` while the licence is missing. */
  alipay?: { merchant: string; isLimited: boolean }
}

export const readGrants = ({ payment_grants }: Pick<ShopTable, 'payment_grants'>): StoredGrants =>
  payment_grants === null ? { subject: 'none' } : readJson<StoredGrants>(payment_grants)

export const toPaymentGrants = ({ wechat, alipay }: StoredGrants): PaymentGrants => ({
  wechat: wechat?.role,
  wechatH5: wechat?.h5 ?? false,
  wechatBrowser: wechat?.browser ?? false,
  alipay: alipay && (alipay.isLimited ? 'limited' : 'full'),
})

/** The online methods that the seller was granted and that this server has a gateway for. */
export const onlineMethodsOf = (gateways: PaymentGateways, grants: StoredGrants): OnlineMethod[] =>
  grantedMethods(toPaymentGrants(grants)).filter((method) =>
    gatewayOf(gateways, { method, role: grants.wechat?.role ?? null }),
  )
