import type { FastifyBaseLogger } from 'fastify'
import { createId } from '@/domain/id'
import { isPaidInPerson, type OnlineMethod } from '@/domain/payment'
import { type BuyerPlace, paymentRights, placesInWechat } from '@/domain/payment-rights'
import { describeOrder } from '@/locales/payments'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import type { AppDependencies } from '../../dependencies'
import { fingerprint } from '../../fingerprint'
import {
  GatewayError,
  type PaymentGateway,
  type PaymentRequest,
  type Till,
} from '../../gateways/payment-gateway'
import { gatewayOf, noticeUrlOf } from '../../gateways/payment-gateways'
import { PAY_WITHIN_MS } from '../orders/close-unpaid'
import { type OrderRow, toOrder, toOrderAt } from '../orders/order-row'
import { findOrder } from '../orders/store'
import type { Caller } from '../sessions/caller'
import { mustFindShop, type ShopRow } from '../shops/store'
import { keyOf, markClosed } from './close-payment'
import { confirmPayment, withPaymentLock } from './confirm-payment'
import { onlineMethodsOf, readGrants, type StoredGrants, toPaymentGrants } from './grants'
import { findPayment, insertPayment, type PaymentPath, type PaymentRow, paymentsOfOrder } from './store'

const CURRENCY = 'CNY'

/** Maximum number of payments that a buyer may begin for one order. */
const MAX_PAYMENTS = 20

interface PaymentStart extends PaymentPath {
  orderId: string
  caller: Caller
  place: BuyerPlace
  clientAddress: string
}

/**
 * Begins to pay an order and prepares the till. The same request again opens the till again, or says that the payment is over.
 * @throws ApiError `not-allowed-now` (with the order), `payment-unavailable`, `too-many-steps`, `idempotency-conflict`, or
 * `unavailable` when the service does not answer; the same request may then be repeated.
 */
export async function startPayment(
  deps: AppDependencies,
  start: PaymentStart,
  log: Pick<FastifyBaseLogger, 'warn'>,
): Promise<{ payment: PaymentRow; till?: Till }> {
  const { payment, order } = await withPaymentLock(deps.db, start.shopId, (tx) =>
    openPayment(deps, tx, start),
  )
  if (payment.state !== 'open' || payment.expires_at <= deps.clock()) return { payment }
  const gateway = gatewayOf(deps.payments, payment)
  if (!gateway) throw new ApiError('payment-unavailable')
  try {
    return { payment, till: await gateway.prepare(toRequest(deps, payment, order, start)) }
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    log.warn(
      { number: payment.number, fault: error.fault, code: error.code },
      'a payment could not be prepared',
    )
    if (error.fault !== 'rejected') throw new ApiError('unavailable', { retryAfter: 5 })
    return { payment: await recordRefusal(deps, payment, gateway) }
  }
}

/**
 * Asks how a payment stands that the service refuses to prepare: it may be paid or over. Without an answer it stays open, so that it is closed
 * at the service later.
 * @throws ApiError `payment-unavailable` unless it is paid.
 */
async function recordRefusal(
  deps: AppDependencies,
  payment: PaymentRow,
  gateway: PaymentGateway,
): Promise<PaymentRow> {
  const now = await gateway.query(keyOf(payment)).catch(() => undefined)
  if (now?.state === 'paid') await confirmPayment(deps, now)
  else if (now !== undefined && now.state !== 'open') await markClosed(deps, payment)
  const known = await findPayment(deps.db.query, { shopId: payment.shop_id, paymentId: payment.id })
  if (known?.state === 'paid') return known
  throw new ApiError('payment-unavailable')
}

/** Finds the payment, or writes a new one that the order and the seller's rights allow. */
async function openPayment(
  deps: AppDependencies,
  tx: Query,
  { shopId, orderId, paymentId, caller, place }: PaymentStart,
): Promise<{ payment: PaymentRow; order: OrderRow }> {
  const now = deps.clock()
  const order = await findOrder(tx, shopId, orderId)
  if (order?.buyer_id !== caller.accountId) throw new ApiError('not-found')
  const requestHash = fingerprint({ orderId, place })
  const known = await findPayment(tx, { shopId, paymentId })
  if (known) {
    if (known.request_hash !== requestHash) throw new ApiError('idempotency-conflict')
    return { payment: known, order }
  }
  const expiresAt = order.created_at + PAY_WITHIN_MS
  if (order.payment_state !== 'pending' || expiresAt <= now)
    throw new ApiError('not-allowed-now', { current: toOrderAt(order, now) })
  if ((await paymentsOfOrder(tx, shopId, orderId)).length >= MAX_PAYMENTS)
    throw new ApiError('too-many-steps', { current: toOrderAt(order, now) })
  const seller = findSeller(deps, await mustFindShop(tx, shopId), order, place)
  const payment: Omit<PaymentRow, 'refunded'> = {
    ...{ shop_id: shopId, id: paymentId, order_id: orderId, payer_id: caller.accountId },
    ...{ request_hash: requestHash, number: createId(now, deps.random(16)) },
    ...{ ...seller, place, openid: findOpenid(caller, place), amount: order.total, currency: CURRENCY },
    ...{ state: 'open', transaction_id: null, created_at: now, expires_at: expiresAt },
    ...{ asked_at: 0, paid_at: null, closed_at: null },
  }
  await insertPayment(tx, payment)
  return { payment: { ...payment, refunded: 0 }, order }
}

/** Who is paid, and by which method. @throws ApiError `payment-unavailable` when the method cannot finish where the buyer is. */
function findSeller(
  { payments }: AppDependencies,
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
    !onlineMethodsOf(payments, grants).some((one) => one === method)
  )
    throw new ApiError('payment-unavailable')
  return merchantOf(method as OnlineMethod, grants, payments, place)
}

function merchantOf(
  method: OnlineMethod,
  { wechat, alipay }: StoredGrants,
  payments: AppDependencies['payments'],
  place: BuyerPlace,
): Pick<PaymentRow, 'method' | 'role' | 'merchant' | 'appid'> {
  if (method === 'alipay') return { method, role: null, merchant: alipay?.merchant ?? '', appid: null }
  const { role, merchant, appid } = wechat ?? { role: 'platform', merchant: '' }
  const ownAppid = place === 'own-app' ? appid : undefined
  return { method, role, merchant, appid: ownAppid ?? payments.wechat[role]?.appid ?? null }
}

/** The buyer's openid where WeChat needs one. @throws ApiError `payment-unavailable` when the buyer has not signed in by WeChat. */
function findOpenid({ identity }: Caller, place: BuyerPlace): string | null {
  if (!placesInWechat.includes(place)) return null
  if (identity.provider !== 'wechat') throw new ApiError('payment-unavailable')
  return identity.subject
}

/** What the service is asked for; always the same for one payment, because services refuse changed parameters. */
function toRequest(
  { payments }: AppDependencies,
  payment: PaymentRow,
  order: OrderRow,
  { clientAddress }: PaymentStart,
): PaymentRequest {
  const { amount, place } = payment
  return {
    ...keyOf(payment),
    ...{ amount, place, expiresAt: payment.expires_at, clientAddress },
    openid: payment.openid ?? undefined,
    description: describeOrder(toOrder(order)),
    noticeUrl: noticeUrlOf(payments, payment),
  }
}
