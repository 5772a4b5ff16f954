import type { WechatPayRole } from '@/domain/payment/payment-rights'
import type { CashierParams } from '../../../../server/gateways/wechat-pay/signature'
import { checkLedger } from '../../../../server/modules/ledger/check-ledger'
import type { ApiClient } from '../api-client'
import { createPaymentEnvironment, grantWechatPay, type PaymentEnvironment } from '../payments'
import { type EnvironmentOptions, newId } from '../test-environment'
import type { OpenedShop } from '../test-shop'
import { wechatWithServiceAccount } from '../wechat'
import { openPayingShop, type PayingShop, paymentPath } from './paying-shop'

export const MINUTE = 60_000

/** The server, the shop and the buyer of the test that runs. */
export let env: PaymentEnvironment
export let paying: PayingShop
export let shop: OpenedShop
export let buyer: ApiClient

/** Opens a shop that takes WeChat Pay in a role; `others` are roles that the server has as well. The ledger is checked when the test ends. */
export async function setUp(
  role: WechatPayRole = 'platform',
  { others = [], ...options }: EnvironmentOptions & { others?: WechatPayRole[] } = {},
): Promise<void> {
  const wechat = wechatWithServiceAccount(`wx${role}0001`)
  env = await createPaymentEnvironment([role, ...others], { wechat, ...options })
  paying = await openPayingShop(env)
  ;({ shop, buyer } = paying)
  await grantWechatPay(env, shop.shopId, { role, merchant: env.merchant })
}

export async function tearDown(): Promise<void> {
  expect((await checkLedger(env.deps.db)).differences).toEqual([])
  await env.close()
}

export const start = (
  orderId: string,
  paymentId = newId(),
  body: object = { place: 'shared-app' },
  who = buyer,
) => who.call(`PUT ${paymentPath(shop, orderId, paymentId)}`, body)

/** Begins a payment; returns its id and the parameters of the cashier. */
export async function openTill(
  orderId: string,
  paymentId = newId(),
): Promise<{ paymentId: string; params: CashierParams }> {
  return { paymentId, params: await paying.openTill(orderId, paymentId) }
}

export const ask = async (orderId: string, paymentId: string) =>
  (await buyer.call(`GET ${paymentPath(shop, orderId, paymentId)}`)).json<{
    payment: { state: string }
    order: { state: string; payment: { state: string }; afterSale: string }
  }>()

export const orderNow = async (orderId: string, who = buyer) =>
  (await who.call(`GET /api/shops/${shop.shopId}/orders/${orderId}`)).json().order

/** Places an order that is paid; returns its id. */
export async function payOrder(): Promise<string> {
  const id = await paying.placeOrder()
  const { params } = await openTill(id)
  expect(env.simulator.cashier(params, 'pay')).toBe('requestPayment:ok')
  await env.pass(0)
  return id
}

/** Sends refunds and lets them be settled. */
export async function settleRefunds(): Promise<void> {
  await env.app.worker.runDue()
  await env.pass(5000)
}

export const refundRows = () => env.deps.db.query.selectFrom('refund').selectAll().execute()
