import { UNDO_STEP_MS } from '@/domain/order/undo-step'
import { startWechatSimulator, type WechatSimulator } from '../../../../mock-server/wechat/simulator'
import { createWechatClient } from '../../../../server/gateways/wechat-client'
import { createWechatShipping } from '../../../../server/gateways/wechat-shipping'
import { placeTestOrder } from '../test-shop'
import { buyer, env, paying, setUp, shop, tearDown } from './payment-story'

const APP = { appid: 'wxplatform0001', secret: 'of-the-app' }
export let wechat: WechatSimulator

/** Starts a server that reports parcels to a simulated WeChat, and a shop that delivers in each way. */
export async function setUpParcels(): Promise<void> {
  await setUp()
  wechat = await startWechatSimulator([APP], env.deps.clock, (id) =>
    env.simulator.transactions.byTransactionId(id),
  )
  const { deps } = env
  if (deps.wechat)
    deps.wechat.shipping = createWechatShipping(
      createWechatClient({ apps: [APP], baseUrl: wechat.origin, clock: deps.clock }),
    )
  await env.deps.db.query
    .updateTable('shop')
    .set({ fulfilments: JSON.stringify(['local', 'pickup', 'courier']) })
    .where('shop_id', '=', shop.shopId)
    .execute()
}

export async function tearDownParcels(): Promise<void> {
  await tearDown()
  await wechat.close()
}

type Kind = 'local' | 'pickup' | 'courier'

/** Places an order that is paid; returns its id. */
export async function payOrder(kind: Kind): Promise<string> {
  const { id } = await placeTestOrder(shop, buyer, { payment: { method: 'wechat' }, fulfilment: { kind } })
  env.simulator.cashier((await paying.openTill(id)).params, 'pay')
  await env.pass(0)
  return id
}

export async function sendPaid(kind: Kind): Promise<string> {
  const id = await payOrder(kind)
  for (const action of ['accept', 'send']) await paying.step(shop.owner, id, action)
  return id
}

export const nameParcel = (
  id: string,
  parcel: object = { carrier: 'ZTO', waybill: '78123456789012' },
  who = shop.owner,
) => who.call(`PUT /api/shops/${shop.shopId}/orders/${id}/parcel`, parcel)
export const held = async () => (await shop.owner.call(`GET /api/shops/${shop.shopId}/held-money`)).json()
/** Runs the jobs that are due once sending cannot be undone any more. */
export const runJobs = () => pass(UNDO_STEP_MS)
export const pass = (ms: number) => env.runAfter(ms)
export const shipments = () => [...wechat.shipping.shipments.values()]
