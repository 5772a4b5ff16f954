import type { CashierParams } from '../../../../server/gateways/wechat-pay/signature'
import { type ApiClient, call, createApiClient } from '../api-client'
import { grantWechatPay, listen, type PaymentEnvironment } from '../payments'
import { newId, type TestEnvironment } from '../test-environment'
import { type OpenedShop, openShop, placeTestOrder } from '../test-shop'

/** A shop that takes WeChat Pay, a buyer with an openid, and what they do. */
export interface PayingShop {
  shop: OpenedShop
  buyer: ApiClient
  /** Signs in within an appid, the shared one by default. */
  signIn(openid: string, env?: TestEnvironment, appid?: string): Promise<ApiClient>
  /** Places an order of 50 yuan that is paid by WeChat; returns its id. */
  placeOrder(who?: ApiClient): Promise<string>
  /** Begins a payment; returns the parameters of the cashier. Throws when it is refused. */
  openTill(orderId: string, paymentId?: string, who?: ApiClient): Promise<CashierParams>
  step(who: ApiClient, orderId: string, action: string, details?: object): ReturnType<ApiClient['call']>
}

export const paymentPath = (shop: OpenedShop, orderId: string, paymentId: string): string =>
  `/api/shops/${shop.shopId}/orders/${orderId}/payments/${paymentId}`

/** Opens the shop on a server that listens for notices from then on. The server's `wechat` must take an openid for a login code. */
export async function openPayingShop(env: PaymentEnvironment, stock = 100): Promise<PayingShop> {
  await listen(env)
  const shop = await openShop(env, { stock })
  await grantWechatPay(env, shop.shopId, { merchant: env.merchant })
  const signIn = async (openid: string, { app }: TestEnvironment = env, appid?: string) => {
    const body = { provider: 'wechat', code: openid, ...(appid === undefined ? {} : { appid }) }
    const answer = await call(app, 'POST /api/sessions', body)
    const { token, accountId } = answer.json<{ token: string; accountId: string }>()
    return createApiClient(app, token, accountId)
  }
  const buyer = await signIn('o-buyer')
  return {
    shop,
    buyer,
    signIn,
    placeOrder: async (who = buyer) =>
      (await placeTestOrder(shop, who, { payment: { method: 'wechat' } }, 2)).id,
    async openTill(orderId, paymentId = newId(), who = buyer) {
      const answer = await who.call(`PUT ${paymentPath(shop, orderId, paymentId)}`, { place: 'shared-app' })
      if (answer.statusCode !== 200) throw new Error(answer.body)
      return answer.json<{ till: { params: CashierParams } }>().till.params
    },
    step: (who, orderId, action, details = {}) =>
      who.call(`POST /api/shops/${shop.shopId}/orders/${orderId}/steps`, { id: newId(), action, ...details }),
  }
}
