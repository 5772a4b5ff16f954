import { confirmPayment } from '../../../../server/modules/payments/confirm-payment'
import { payLinkKey } from '../../../../server/modules/payments/pay-link'
import { settleRefund } from '../../../../server/modules/payments/settle-refund'
import { findPayment, refundsOfOrder } from '../../../../server/modules/payments/store'
import { grantWechatPay } from '../../support/payments'
import { newId } from '../../support/test-environment'
import { placeTestOrder } from '../../support/test-shop'
import type { Scenario } from '../scenario'

/** A payment of a new order in a browser, where no openid is needed. */
export async function newPayment({ env, a: { shop, buyer } }: Scenario) {
  // other requests save settings without it
  await grantWechatPay(env, shop.shopId)
  const { id } = await placeTestOrder(shop, buyer, { payment: { method: 'wechat' } })
  return { params: { shopId: shop.shopId, orderId: id, paymentId: newId() }, body: { place: 'browser' } }
}

/** A payment by the link of a new order. */
export async function linkedPayment(scenario: Scenario) {
  const { params, body } = await newPayment(scenario)
  const { shopId, orderId, paymentId } = params
  const linkKey = payLinkKey(scenario.env.deps.secret, { shopId, orderId })
  return { link: { shopId, orderId, linkKey }, paymentId, body }
}

/** An order that is paid online. */
export async function paidOrder(scenario: Scenario) {
  const { params, body } = await newPayment(scenario)
  const { shopId, orderId, paymentId } = params
  await scenario.a.buyer.call(`PUT /api/shops/${shopId}/orders/${orderId}/payments/${paymentId}`, body)
  const payment = await findPayment(scenario.env.deps.db.query, params)
  if (!payment) throw new Error('no payment was begun')
  const { number, merchant, amount, currency, appid } = payment
  const facts = { number, merchant, amount, currency, ...(appid === null ? {} : { appid }) }
  await confirmPayment(scenario.env.deps, { ...facts, state: 'paid' })
  return { shopId, orderId }
}

/** An order with a refund that the payment service could not make. */
export async function orderWithFailedRefund(scenario: Scenario) {
  const { shopId, orderId } = await paidOrder(scenario)
  const { deps } = scenario.env
  await scenario.a.owner.call(`PUT /api/shops/${shopId}/orders/${orderId}/refunds/${newId()}`, {
    ...{ amount: 1, note: '少装了一个' },
  })
  const [refund] = await refundsOfOrder(deps.db.query, { shop_id: shopId, id: orderId })
  await settleRefund(deps, { number: refund?.id ?? '', state: 'failed' })
  return { shopId, orderId }
}
