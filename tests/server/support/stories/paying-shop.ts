import type { CashierParams } from '../../../../server/gateways/wechat-pay/signature'
import { type ApiClient, answered, call, createApiClient } from '../api-client'
import { grantWechatPay, listen, type PaymentEnvironment } from '../payments'
import { newId, type TestEnvironment } from '../test-environment'
import { type OpenedShop, openShop, placeTestOrder, stepOrder } from '../test-shop'

export const paymentPath = (shop: OpenedShop, orderId: string, paymentId: string): string =>
  `/api/shops/${shop.shopId}/orders/${orderId}/payments/${paymentId}`

/** A shop that takes WeChat Pay, a buyer with an openid, and what they do. */
export type PayingShop = Awaited<ReturnType<typeof openPayingShop>>

/** Opens the shop on a server that listens for notices from then on. The server's `wechat` must take an openid for a login code. */
export async function openPayingShop(env: PaymentEnvironment, stock = 100) {
  await listen(env)
  const shop = await openShop(env, { stock })
  await grantWechatPay(env, shop.shopId, { merchant: env.merchant })
  /** Signs in within an appid, the shared one by default. */
  const signIn = async (openid: string, { app }: TestEnvironment = env, appid?: string) => {
    const body = { provider: 'wechat', code: openid, ...(appid === undefined ? {} : { appid }) }
    const answer = await call(app, 'POST /api/sessions', body)
    const { token, accountId } = answer.json<{ token: string; accountId: string }>()
    return createApiClient(app, token, accountId)
  }
  const buyer = await signIn('o-buyer')
  /** Places an order of 50 yuan that is paid by WeChat; returns its id. */
  const placeOrder = async (who = buyer) =>
    (await placeTestOrder(shop, who, { payment: { method: 'wechat' } }, 2)).id
  const start = (
    orderId: string,
    paymentId = newId(),
    body: object = { place: 'shared-app' },
    who: ApiClient = buyer,
  ) => who.call(`PUT ${paymentPath(shop, orderId, paymentId)}`, body)
  /** Begins a payment; returns its id and the parameters of the cashier. Throws when it is refused. */
  const openTill = async (orderId: string, paymentId = newId(), who?: ApiClient) => {
    const { till } = await answered<{ till: { params: CashierParams } }>(
      start(orderId, paymentId, undefined, who),
    )
    return { paymentId, params: till.params }
  }
  return {
    ...{ shop, buyer, signIn, placeOrder, start, openTill },
    /** Places an order that is paid; returns its id. */
    async payOrder() {
      const id = await placeOrder()
      const { params } = await openTill(id)
      expect(env.simulator.cashier(params, 'pay')).toBe('requestPayment:ok')
      await env.pass(0)
      return id
    },
    ask: async (orderId: string, paymentId: string) =>
      (await buyer.call(`GET ${paymentPath(shop, orderId, paymentId)}`)).json<{
        payment: { state: string }
        order: { state: string; payment: { state: string }; afterSale: string }
      }>(),
    orderNow: async (orderId: string, who = buyer) =>
      (await who.call(`GET /api/shops/${shop.shopId}/orders/${orderId}`)).json().order,
    step: (who: ApiClient, orderId: string, action: string, details?: object) =>
      stepOrder(shop, who, orderId, action, details),
    /** Sends refunds and lets them be settled. */
    async settleRefunds() {
      await env.app.worker.runDue()
      await env.pass(5000)
    },
    refundRows: () => env.deps.db.query.selectFrom('refund').selectAll().execute(),
  }
}
