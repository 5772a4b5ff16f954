import { type Static, Type } from '@sinclair/typebox'
import { AppidShape } from '@/contract/sessions'
import { Exact, OneOf } from '@/contract/shapes'
import type { OnlineMethod, PaymentMethod } from '@/domain/payment/payment'
import {
  type BuyerPlace,
  grantedMethods,
  legalSubjects,
  type OnlineOffer,
  onlineOffers,
  type PaymentGrants,
  wechatPayRoles,
} from '@/domain/payment/payment-rights'
import { readJson } from '../../db/json'
import type { ShopTable } from '../../db/tables'
import type { AppDependencies } from '../../dependencies'
import { gatewayOf, type PaymentGateways, takesPaymentsOf } from '../../gateways/payment-gateways'

/** The rights that payment services have granted a seller, with the seller's numbers there. */
export const GrantsShape = Exact({
  subject: OneOf(legalSubjects),
  wechat: Type.Optional(
    Exact({
      role: OneOf(wechatPayRoles),
      merchant: Type.String({ pattern: '^\\d{8,10}$' }),
      appid: Type.Optional(AppidShape),
      h5: Type.Boolean(),
      /** A verified service account is bound. */
      browser: Type.Boolean(),
    }),
  ),
  alipay: Type.Optional(
    Exact({
      merchant: Type.String({ pattern: '^2088\\d{12}$' }),
      isLimited: Type.Boolean(),
      /** 电脑网站支付 is signed as well. */
      page: Type.Optional(Type.Boolean()),
    }),
  ),
})
export type StoredGrants = Static<typeof GrantsShape>

export const readGrants = ({ payment_grants }: Pick<ShopTable, 'payment_grants'>): StoredGrants =>
  payment_grants === null ? { subject: 'none' } : readJson<StoredGrants>(payment_grants)

export const toPaymentGrants = ({ wechat, alipay }: StoredGrants): PaymentGrants => ({
  wechat: wechat?.role,
  wechatH5: wechat?.h5 ?? false,
  wechatBrowser: wechat?.browser ?? false,
  alipay: alipay && (alipay.isLimited ? 'limited' : 'full'),
  ...(alipay?.page ? { alipayPage: true } : {}),
})

/** The online methods that a shop offers and that can finish, with the places where they do. */
export function onlineOffersOf(
  { payments, wechat }: Pick<AppDependencies, 'payments' | 'wechat'>,
  grants: StoredGrants,
  offered: readonly PaymentMethod[],
): OnlineOffer[] {
  const available = onlineMethodsOf(payments, grants).filter((method) => offered.includes(method))
  if (available.length === 0) return []
  const isServed = (method: OnlineMethod, place: BuyerPlace) =>
    method !== 'wechat' || place !== 'wechat-browser' || wechat?.serviceAccount !== undefined
  return onlineOffers({ subject: grants.subject, grants: toPaymentGrants(grants) })
    .filter(({ method }) => available.includes(method))
    .map((offer) => ({ ...offer, places: offer.places.filter((place) => isServed(offer.method, place)) }))
    .filter(({ places }) => places.length > 0)
}

/** The online methods that this server has a gateway for: one that takes the seller's payments, or any before she has a role. */
export function connectedMethods(gateways: PaymentGateways, grants: StoredGrants): OnlineMethod[] {
  const hasWechat = grants.wechat
    ? onlineMethodsOf(gateways, grants).includes('wechat')
    : Object.keys(gateways.wechat).length > 0
  return [...(hasWechat ? (['wechat'] as const) : []), ...(gateways.alipay ? (['alipay'] as const) : [])]
}

/** The online methods that the seller was granted and that this server has a gateway for, which takes payments of this seller. */
export const onlineMethodsOf = (gateways: PaymentGateways, grants: StoredGrants): OnlineMethod[] =>
  grantedMethods(toPaymentGrants(grants)).filter((method) => {
    const gateway = gatewayOf(gateways, { method, role: grants.wechat?.role ?? null })
    return gateway !== undefined && takesPaymentsOf(gateway, grants[method]?.merchant ?? '')
  })
