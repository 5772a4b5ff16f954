import type { Fulfilment } from '../order/fulfilment'
import { isInPersonMethodOf } from './available-payments'
import {
  isPaidInPerson,
  type OnlineMethod,
  onlineMethods,
  type PaymentMethod,
  paymentMethods,
} from './payment'

/** The seller's legal form: `none` has sent no papers; `micro` is a natural person without a licence (小微). */
export const legalSubjects = ['none', 'micro', 'sole-trader', 'company'] as const
export type LegalSubject = (typeof legalSubjects)[number]

/**
 * The places where a buyer opens the shop. `alipay` is Alipay's browser or mini-program, `computer` a browser of a computer, and `browser`
 * any other one. Apps that do not know `computer` send `browser` from there.
 */
export const buyerPlaces = [
  'shared-app',
  'own-app',
  'wechat-browser',
  'browser',
  'alipay',
  'computer',
] as const
export type BuyerPlace = (typeof buyerPlaces)[number]

/**
 * Roles of WeChat Pay: `platform` (收付通) serves sellers inside a shared mini-program, `partner` a shop with an appid of its own,
 * `direct` a self-hosted shop. The APIs of one role reject merchants of another.
 */
export const wechatPayRoles = ['platform', 'partner', 'direct'] as const
export type WechatPayRole = (typeof wechatPayRoles)[number]

/** The grants of the payment services to a seller. */
export interface PaymentGrants {
  /** The role in which WeChat Pay has accepted the seller. */
  wechat?: WechatPayRole | undefined
  /** True when WeChat Pay has granted H5 payment. */
  wechatH5: boolean
  /** True when a verified service account (服务号) is bound, without which WeChat's browser cannot pay. */
  wechatBrowser: boolean
  /** `limited` while the seller's licence is missing. */
  alipay?: 'limited' | 'full' | undefined
  /** True when the seller has signed Alipay's page for computers (电脑网站支付) as well, a product by itself. */
  alipayPage?: boolean
}

/** Alipay's maximum for one payment to a seller whose licence is missing, in fen. */
export const ALIPAY_LIMITED_MAX = 200_000

/** The online methods that some grant allows. */
export const grantedMethods = ({ wechat, alipay }: PaymentGrants): OnlineMethod[] => [
  ...(wechat ? (['wechat'] as const) : []),
  ...(alipay ? (['alipay'] as const) : []),
]

/** An online method of a shop, as checkout needs to know it. */
export interface OnlineOffer {
  method: OnlineMethod
  /** The places where the payment can finish. */
  places: BuyerPlace[]
  /** The maximum amount in fen. */
  max?: number
}

export const refusalReasons = [
  'other-fulfilment',
  'nothing-to-pay',
  'no-papers',
  'no-licence',
  'no-company',
  'not-granted',
  'other-role',
  'no-service-account',
  'other-app',
  'amount-too-large',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** The steps of a buyer or a seller that turn a method on. */
export const remedies = {
  buyer: ['choose-fulfilment', 'open-in-wechat', 'open-in-browser', 'order-less'],
  seller: [
    'send-papers',
    'get-licence',
    'apply-wechat-platform',
    'apply-wechat-partner',
    'apply-wechat-h5',
    'bind-service-account',
    'apply-alipay',
    'apply-alipay-page',
  ],
} as const
export type Remedy = (typeof remedies)['buyer' | 'seller'][number]

interface Refusal {
  reason: RefusalReason
  /** Absent when the method cannot be turned on and need not be: there is nothing to pay. */
  remedy?: Remedy
}

export type PaymentRight =
  | { method: PaymentMethod; isOn: true; role?: WechatPayRole }
  | ({ method: PaymentMethod; isOn: false } & Refusal)

export interface PaymentSituation {
  subject: LegalSubject
  grants: PaymentGrants
  place: BuyerPlace
  fulfilment: Fulfilment
  /** In fen. */
  amount: number
}

/**
 * Returns for each payment method whether it can finish in a situation, or why not and what turns it on.
 *
 * A personal receive code (个人收款码) is never among the methods: it may be used face to face only (银发〔2021〕259号), so it is a way
 * to collect an in-person payment, not one to check out with.
 */
export const paymentRights = (situation: PaymentSituation): PaymentRight[] =>
  paymentMethods.map((method) => {
    const refusal = refusalOf(method, situation)
    if (refusal) return { method, isOn: false, ...refusal }
    const { wechat } = situation.grants
    return { method, isOn: true, ...(method === 'wechat' && wechat ? { role: wechat } : {}) }
  })

/** The places in which each online method of a seller can finish. Methods that finish nowhere are left out. */
export function onlineOffers(seller: Pick<PaymentSituation, 'subject' | 'grants'>): OnlineOffer[] {
  const isOn = (method: OnlineMethod, place: BuyerPlace) =>
    refusalOf(method, { ...seller, place, fulfilment: 'pickup', amount: 1 }) === undefined
  const offers = onlineMethods.map((method): OnlineOffer => {
    const places = buyerPlaces.filter((place) => isOn(method, place))
    const isLimited = method === 'alipay' && seller.grants.alipay === 'limited'
    return { method, places, ...(isLimited ? { max: ALIPAY_LIMITED_MAX } : {}) }
  })
  return offers.filter(({ places }) => places.length > 0)
}

function refusalOf(method: PaymentMethod, situation: PaymentSituation): Refusal | undefined {
  if (isPaidInPerson(method))
    return isInPersonMethodOf(situation.fulfilment, method)
      ? undefined
      : { reason: 'other-fulfilment', remedy: 'choose-fulfilment' }
  // a gateway takes 1 fen at least
  if (situation.amount < 1) return { reason: 'nothing-to-pay' }
  return method === 'wechat' ? refusalOfWechat(situation) : refusalOfAlipay(situation)
}

/**
 * Sources: products by subject https://github.com/wechatpay-apiv3/wechatpay-skills, 支付产品对比 (JSAPI and mini-program for every subject, H5 for
 * companies only), roles https://pay.weixin.qq.com/doc/v3/partner/4012722249. A mini-program of one's own and a self-hosted merchant need
 * a licence.
 */
function refusalOfWechat({ subject, grants, place }: PaymentSituation): Refusal | undefined {
  if (subject === 'none') return { reason: 'no-papers', remedy: 'send-papers' }
  const isMicro = subject === 'micro'
  if (!grants.wechat)
    return {
      reason: 'not-granted',
      remedy: place === 'own-app' ? 'apply-wechat-partner' : 'apply-wechat-platform',
    }
  if (isMicro && grants.wechat === 'direct') return { reason: 'no-licence', remedy: 'get-licence' }
  return refusalAt[place]({ isMicro, isCompany: subject === 'company', grants })
}

interface AcceptedSeller {
  isMicro: boolean
  isCompany: boolean
  grants: PaymentGrants
}

/** Refusals of WeChat Pay by the place of the buyer, for a seller whom it has accepted. */
const refusalAt: Record<BuyerPlace, (seller: AcceptedSeller) => Refusal | undefined> = {
  'shared-app': ({ grants }) =>
    grants.wechat === 'platform' ? undefined : { reason: 'other-role', remedy: 'apply-wechat-platform' },
  'own-app': ({ isMicro, grants }) => {
    if (isMicro) return { reason: 'no-licence', remedy: 'get-licence' }
    return grants.wechat === 'platform' ? { reason: 'other-role', remedy: 'apply-wechat-partner' } : undefined
  },
  'wechat-browser': ({ grants }) =>
    grants.wechatBrowser ? undefined : { reason: 'no-service-account', remedy: 'bind-service-account' },
  browser: ({ isCompany, grants }) => {
    if (!isCompany) return { reason: 'no-company', remedy: 'open-in-wechat' }
    return grants.wechatH5 ? undefined : { reason: 'not-granted', remedy: 'apply-wechat-h5' }
  },
  alipay: () => ({ reason: 'other-app', remedy: 'open-in-wechat' }),
  // a phone scans a QR code (Native), which every seller may have
  computer: () => undefined,
}

/** The places inside WeChat, which opens no page of Alipay. */
export const placesInWechat: readonly BuyerPlace[] = ['shared-app', 'own-app', 'wechat-browser']

/**
 * Sources: https://opendocs.alipay.com/open/203/107084 (手机网站支付: a licence is asked for and may follow within 30 days),
 * https://opendocs.alipay.com/open/270/105899 (电脑网站支付: a product that is signed by itself, with a licence).
 */
function refusalOfAlipay({ subject, grants, place, amount }: PaymentSituation): Refusal | undefined {
  if (subject === 'none') return { reason: 'no-papers', remedy: 'send-papers' }
  if (!grants.alipay)
    return subject === 'micro'
      ? { reason: 'no-licence', remedy: 'get-licence' }
      : { reason: 'not-granted', remedy: 'apply-alipay' }
  if (placesInWechat.includes(place)) return { reason: 'other-app', remedy: 'open-in-browser' }
  if (place === 'computer' && !grants.alipayPage)
    return { reason: 'not-granted', remedy: 'apply-alipay-page' }
  if (grants.alipay === 'limited' && amount > ALIPAY_LIMITED_MAX)
    return { reason: 'amount-too-large', remedy: 'order-less' }
  return undefined
}
