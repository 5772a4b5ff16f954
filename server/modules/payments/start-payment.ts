import type { FastifyBaseLogger } from 'fastify'
import { createId } from '@/domain/id'
import type { Order } from '@/domain/order/order'
import { isPaidInPerson, type OnlineMethod } from '@/domain/payment/payment'
import {
  type BuyerPlace,
  paymentRights,
  placesInWechat,
  type WechatPayRole,
} from '@/domain/payment/payment-rights'
import { describeOrder } from '@/locales/payment/payments'
import { ApiError, badInput } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { fingerprint } from '../../fingerprint'
import {
  GatewayError,
  type PaymentGateway,
  type PaymentRequest,
  type Till,
} from '../../gateways/payment-gateway'
import { gatewayOf, noticeUrlOf, takesPaymentsOf } from '../../gateways/payment-gateways'
import { onlineMethodsOf, readGrants, type StoredGrants, toPaymentGrants } from '../grants/grants'
import { type OrderRow, payUntil, toOrder, toOrderAt } from '../orders/order-row'
import { findOrder } from '../orders/store'
import type { Caller } from '../sessions/caller'
import { openidWithin } from '../sessions/wechat-user'
import { mustFindShop, type ShopRow, toShop } from '../shops/store'
import { closePayment, keyOf } from './close-payment'
import { withPaymentLock } from './confirm-payment'
import { recordAnswer } from './record-answer'
import {
  findPayment,
  insertPayment,
  nameOpenid,
  type PaymentPath,
  type PaymentRow,
  paymentsOfOrder,
} from './store'

const CURRENCY = 'CNY'

/** Maximum number of payments that a person may begin for an order, and that all who pay by its link may begin. */
const MAX_PAYMENTS = { payer: 20, byLink: 100 }

/** Returns a text as people read it who have not written it. */
type ShowText = (text: string) => string

type Log = Pick<FastifyBaseLogger, 'warn' | 'error'>

interface PaymentStart extends PaymentPath {
  orderId: string
  caller: Caller
  /** The caller pays for the buyer, whose link has been checked. */
  isByLink?: boolean
  place: BuyerPlace
  clientAddress: string
  /** The URL to which a till that is a page returns. */
  returnUrl?: string | undefined
  /** The code of a sign-in in WeChat's browser. */
  code?: string | undefined
}

/**
 * Begins to pay an order and prepares the till. The same request again opens the till again, or says that the payment is over.
 * In WeChat's browser, the first till is the page of its sign-in.
 * @throws ApiError `not-allowed-now` (with the order), `payment-unavailable`, `too-many-steps`, `idempotency-conflict`, `bad-input` for a
 * wrong or used code, or `unavailable` when the service does not answer; the same request may then be repeated.
 */
export async function startPayment(
  deps: AppDependencies,
  start: PaymentStart,
  { log, showText }: { log: Log; showText: ShowText },
): Promise<{ payment: PaymentRow; till?: Till }> {
  const opened = await withPaymentLock(deps.db, start.shopId, (tx) => openPayment(deps, tx, start, showText))
  if (opened.state !== 'open' || opened.expires_at <= deps.clock()) return { payment: opened }
  if (opened.combined === 1) return { payment: await closeCombined(deps, opened, log) }
  const payment = await identifyPayer(deps, opened, start)
  if (payment === 'signs-in') return { payment: opened, till: signInTill(deps, start) }
  const gateway = gatewayOf(deps.payments, payment)
  // one that was begun before another merchant was connected would be paid to that one
  if (!gateway || !takesPaymentsOf(gateway, payment.merchant)) throw new ApiError('payment-unavailable')
  try {
    return { payment, till: await gateway.prepare(toRequest(deps, payment, start)) }
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    log.warn(
      { number: payment.number, kind: error.kind, code: error.code },
      'a payment could not be prepared',
    )
    if (error.kind !== 'rejected') throw new ApiError('unavailable', { retryAfter: 5 })
    return { payment: await recordRefusal(deps, payment, { gateway, log }) }
  }
}

/** Closes a payment that an earlier release began as a combined order, whose till does not open any more: the next one is single. */
async function closeCombined(deps: AppDependencies, payment: PaymentRow, log: Log): Promise<PaymentRow> {
  const path = { shopId: payment.shop_id, paymentId: payment.id }
  await closePayment(deps, path, log).catch((error: unknown) => {
    throw error instanceof GatewayError ? new ApiError('unavailable', { retryAfter: 5 }) : error
  })
  return (await findPayment(deps.db.query, path)) ?? payment
}

/**
 * Queries a payment that the service refuses to prepare: it may be paid or over. Without an answer it stays open and is closed
 * at the service later.
 * @throws ApiError `payment-unavailable` unless it is paid.
 */
async function recordRefusal(
  deps: AppDependencies,
  payment: PaymentRow,
  { gateway, log }: { gateway: PaymentGateway; log: Log },
): Promise<PaymentRow> {
  const now = await gateway.query(keyOf(payment)).catch(() => undefined)
  if (now) await recordAnswer(deps, payment, now, log)
  const known = await findPayment(deps.db.query, { shopId: payment.shop_id, paymentId: payment.id })
  if (known?.state === 'paid') return known
  throw new ApiError('payment-unavailable')
}

/** Finds the payment, or writes a new one that the order and the seller's rights allow. */
async function openPayment(
  deps: AppDependencies,
  tx: Query,
  { shopId, orderId, paymentId, caller, isByLink, place }: PaymentStart,
  showText: ShowText,
): Promise<PaymentRow> {
  const now = deps.clock()
  const order = await findOrder(tx, shopId, orderId)
  if (!order || (!isByLink && order.buyer_id !== caller.accountId)) throw new ApiError('not-found')
  const requestHash = fingerprint({ orderId, place })
  const known = await findPayment(tx, { shopId, paymentId })
  if (known) {
    if (known.request_hash !== requestHash || known.payer_id !== caller.accountId)
      throw new ApiError('idempotency-conflict')
    return known
  }
  // who pays by a link learns nothing about the buyer
  const current = isByLink ? {} : { current: toOrderAt(order, now) }
  const expiresAt = payUntil(order)
  if (order.payment_state !== 'pending' || expiresAt <= now) throw new ApiError('not-allowed-now', current)
  if (isLimitReached(await paymentsOfOrder(tx, shopId, orderId), order, caller))
    throw new ApiError('too-many-steps', current)
  const shop = await mustFindShop(tx, shopId)
  const seller = findSeller(deps, shop, order, place)
  const payment: Omit<PaymentRow, 'refunded'> = {
    ...{ shop_id: shopId, id: paymentId, order_id: orderId, payer_id: caller.accountId },
    ...{ request_hash: requestHash, number: createId(now, deps.random(16)) },
    ...{ ...seller, place, openid: findOpenid(caller, place, seller.appid) },
    ...{ amount: order.total, currency: CURRENCY },
    ...{ state: 'open', transaction_id: null, created_at: now, expires_at: expiresAt },
    ...{ asked_at: 0, paid_at: null, closed_at: null, fee: null, shipping: null, shipping_error: null },
    description: describeOrder(showText(toShop(shop).name), withShownNames(toOrder(order), showText)),
    combined: 0,
  }
  await insertPayment(tx, payment)
  return { ...payment, refunded: 0 }
}

/** The till and the statements of a service show no hidden names either. */
const withShownNames = ({ number, lines }: Pick<Order, 'number' | 'lines'>, showText: ShowText) => ({
  number,
  lines: lines.map((line) => ({ ...line, name: showText(line.name) })),
})

/** True when a person may begin no further payment. Those who pay by the link do not use up the payments of the buyer. */
function isLimitReached(payments: readonly PaymentRow[], { buyer_id }: OrderRow, { accountId }: Caller) {
  const own = payments.filter(({ payer_id }) => payer_id === accountId)
  if (own.length >= MAX_PAYMENTS.payer) return true
  const byLink = payments.filter(({ payer_id }) => payer_id !== buyer_id)
  return accountId !== buyer_id && byLink.length >= MAX_PAYMENTS.byLink
}

/** The merchant that is paid, and the method. @throws ApiError `payment-unavailable` when the method cannot finish where the buyer is. */
function findSeller(
  deps: AppDependencies,
  shop: ShopRow,
  order: OrderRow,
  place: BuyerPlace,
): Pick<PaymentRow, 'method' | 'role' | 'merchant' | 'appid'> {
  const grants = readGrants(shop)
  const method = order.payment_method
  const { subject } = grants
  const situation = {
    subject,
    grants: toPaymentGrants(grants),
    place,
    fulfilment: order.fulfilment,
    amount: order.total,
  }
  const right = paymentRights(situation).find((one) => one.method === method)
  if (
    isPaidInPerson(method) ||
    !right?.isOn ||
    !onlineMethodsOf(deps.payments, grants).some((one) => one === method)
  )
    throw new ApiError('payment-unavailable')
  return merchantOf(method as OnlineMethod, grants, deps, place)
}

function merchantOf(
  method: OnlineMethod,
  { wechat, alipay }: StoredGrants,
  deps: AppDependencies,
  place: BuyerPlace,
): Pick<PaymentRow, 'method' | 'role' | 'merchant' | 'appid'> {
  if (method === 'alipay') return { method, role: null, merchant: alipay?.merchant ?? '', appid: null }
  const { role, merchant, appid } = wechat ?? { role: 'platform', merchant: '' }
  return { method, role, merchant, appid: appidAt(place, deps, { role, ownAppid: appid }) }
}

/** The appid in which the buyer pays by WeChat. @throws ApiError `payment-unavailable` when nothing serves the place. */
function appidAt(
  place: BuyerPlace,
  { payments, wechat }: AppDependencies,
  { role, ownAppid }: { role: WechatPayRole; ownAppid: string | undefined },
): string {
  const byRole = payments.wechat[role]?.appid
  const appid =
    place === 'wechat-browser'
      ? wechat?.serviceAccount?.appid
      : place === 'own-app'
        ? (ownAppid ?? byRole)
        : byRole
  if (appid === undefined) throw new ApiError('payment-unavailable')
  return appid
}

/**
 * The buyer's openid where WeChat needs one, unless the till will ask for it (`identifyPayer`).
 * @throws ApiError `payment-unavailable` when the buyer has not signed in by WeChat within the appid.
 */
function findOpenid({ identity }: Caller, place: BuyerPlace, appid: string | null): string | null {
  if (!placesInWechat.includes(place) || place === 'wechat-browser') return null
  const openid = openidWithin(identity, appid ?? '')
  if (openid === undefined) throw new ApiError('payment-unavailable')
  return openid
}

/** The payment with the openid of a buyer in WeChat's browser, or `signs-in` until the buyer has one. @throws ApiError */
async function identifyPayer(
  { db, wechat }: AppDependencies,
  payment: PaymentRow,
  { code }: Pick<PaymentStart, 'code'>,
): Promise<PaymentRow | 'signs-in'> {
  if (payment.place !== 'wechat-browser' || payment.openid !== null) return payment
  if (code === undefined) return 'signs-in'
  if (!wechat?.serviceAccount) throw new ApiError('payment-unavailable')
  const openid = await wechat.serviceAccount.codeToOpenid(code)
  return { ...payment, openid: await nameOpenid(db.query, payment, openid) }
}

/** The page of WeChat by which a buyer in its browser signs in. @throws ApiError */
function signInTill({ wechat }: AppDependencies, { returnUrl }: Pick<PaymentStart, 'returnUrl'>): Till {
  if (!wechat?.serviceAccount) throw new ApiError('payment-unavailable')
  if (returnUrl === undefined) throw badInput('/returnUrl', 'the sign-in needs an address to return to')
  return { kind: 'redirect', url: wechat.serviceAccount.signInUrl(returnUrl) }
}

/** The request to the service; always the same for one payment, because services refuse changed parameters. */
function toRequest(
  { payments }: AppDependencies,
  payment: PaymentRow,
  { clientAddress, returnUrl }: PaymentStart,
): PaymentRequest {
  const { amount, place } = payment
  return {
    ...keyOf(payment),
    ...{ amount, place, expiresAt: payment.expires_at, clientAddress, returnUrl },
    openid: payment.openid ?? undefined,
    description: payment.description ?? payment.number,
    noticeUrl: noticeUrlOf(payments, payment),
  }
}
