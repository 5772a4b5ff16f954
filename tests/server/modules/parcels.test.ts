import { UNDO_STEP_MS } from '@/domain/undo-step'
import { startWechatSimulator, type WechatSimulator } from '../../../mock-server/wechat/simulator'
import { createWechatClient } from '../../../server/gateways/wechat-client'
import { createWechatShipping } from '../../../server/gateways/wechat-shipping'
import {
  buyer,
  env,
  MINUTE,
  openTill,
  orderNow,
  paying,
  settleRefunds,
  setUp,
  shop,
  tearDown,
} from '../support/payment-story'
import { newId } from '../support/test-environment'
import { placeTestOrder } from '../support/test-shop'

const APP = { appid: 'wxplatform0001', secret: 'of-the-app' }
let wechat: WechatSimulator

beforeEach(async () => {
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
})
afterEach(async () => {
  await tearDown()
  await wechat.close()
})

type Kind = 'local' | 'pickup' | 'courier'

/** Places an order that is paid; returns its id. */
async function payOrder(kind: Kind): Promise<string> {
  const { id } = await placeTestOrder(shop, buyer, { payment: { method: 'wechat' }, fulfilment: { kind } })
  env.simulator.cashier((await openTill(id)).params, 'pay')
  await env.pass(0)
  return id
}

async function sendPaid(kind: Kind): Promise<string> {
  const id = await payOrder(kind)
  for (const action of ['accept', 'send']) await paying.step(shop.owner, id, action)
  return id
}

const nameParcel = (
  id: string,
  parcel: object = { carrier: 'ZTO', waybill: '78123456789012' },
  who = shop.owner,
) => who.call(`PUT /api/shops/${shop.shopId}/orders/${id}/parcel`, parcel)
const held = async () => (await shop.owner.call(`GET /api/shops/${shop.shopId}/held-money`)).json()
/** Runs the jobs that are due once sending cannot be undone any more. */
const runJobs = () => pass(UNDO_STEP_MS)
async function pass(ms: number) {
  env.advance(ms)
  await env.app.worker.runDue()
}
const shipments = () => [...wechat.shipping.shipments.values()]

it('lists sent orders with a missing waybill, also in a spreadsheet', async () => {
  const [missing, named] = [await sendPaid('courier'), await sendPaid('courier')]
  await nameParcel(named)
  await sendPaid('local')
  await payOrder('courier')
  const path = `/api/shops/${shop.shopId}/orders`
  const { items } = (await shop.owner.call(`GET ${path}?waybill=missing`)).json()
  expect(items.map(({ id }: { id: string }) => id)).toEqual([missing])
  const link = await shop.owner.call(`POST ${path}/sheets`, { waybill: 'missing' })
  expect(link.statusCode).toBe(200)
  const { pathname, search } = new URL(link.json().url)
  expect((await env.app.inject(pathname + search)).statusCode).toBe(200)
})

describe('an order paid in a mini-program', () => {
  it.each([
    ['local', 2],
    ['pickup', 4],
  ] as const)('is reported to WeChat when it is sent by %s', async (kind, logisticsType) => {
    const id = await payOrder(kind)
    expect(await held()).toMatchObject({
      count: 1,
      amount: 2500,
      orders: [{ orderId: id, reason: 'accept' }],
    })
    await paying.step(shop.owner, id, 'accept')
    expect((await held()).orders).toMatchObject([{ reason: 'send' }])
    await paying.step(shop.owner, id, 'send')
    expect((await held()).orders).toMatchObject([{ reason: 'reporting' }])
    await runJobs()
    expect(shipments()).toMatchObject([{ logisticsType, goods: '核桃×1', uploads: 1 }])
    expect(await held()).toEqual({ count: 0, amount: 0, orders: [] })
  })

  it('is reported once the waybill is known, and once more when the waybill is corrected', async () => {
    const id = await sendPaid('courier')
    await runJobs()
    expect((await held()).orders).toMatchObject([{ reason: 'waybill' }])
    expect((await nameParcel(id)).json().parcel).toEqual({ carrier: 'ZTO', waybill: '78123456789012' })
    await runJobs()
    expect(shipments()).toMatchObject([{ logisticsType: 1, carrier: 'ZTO', waybill: '78123456789012' }])
    expect((await nameParcel(id)).json().history).toHaveLength(4)
    env.advance(MINUTE)
    await nameParcel(id, { carrier: 'SF', waybill: 'SF1234567890' })
    expect((await held()).orders).toMatchObject([{ reason: 'reporting' }])
    await runJobs()
    expect(shipments()).toMatchObject([
      { carrier: 'SF', waybill: 'SF1234567890', contact: '138****0000', uploads: 2 },
    ])
    // WeChat takes no third report, and the buyer sees the parcel
    for (const waybill of ['YT1000001', 'YT1000002', 'YT1000003']) {
      env.advance(MINUTE)
      await nameParcel(id, { carrier: 'YTO', waybill })
      await runJobs()
    }
    expect((await held()).count).toBe(0)
    expect((await orderNow(id)).parcel.waybill).toBe('YT1000003')
    expect((await nameParcel(id)).json().code).toBe('not-allowed-now')
  })

  it('is not reported while sending can be undone, and keeps its waybill until it is sent again', async () => {
    const id = await sendPaid('courier')
    await nameParcel(id)
    await pass(UNDO_STEP_MS - 1)
    const undone = (await paying.step(shop.owner, id, 'undo-send')).json()
    expect([undone.state, undone.parcel]).toEqual(['accepted', undefined])
    await pass(60 * MINUTE)
    expect(shipments()).toEqual([])
    expect((await held()).orders).toMatchObject([{ reason: 'send' }])
    const sent = (await paying.step(shop.owner, id, 'send')).json()
    expect(sent.parcel).toEqual({ carrier: 'ZTO', waybill: '78123456789012' })
    await runJobs()
    expect(shipments()).toMatchObject([{ waybill: '78123456789012', uploads: 1 }])
    expect((await held()).count).toBe(0)
  })

  it('is reported again when only the carrier is corrected', async () => {
    const id = await sendPaid('courier')
    await nameParcel(id)
    await runJobs()
    env.advance(MINUTE)
    await nameParcel(id, { carrier: 'YTO', waybill: '78123456789012' })
    await runJobs()
    expect(shipments()).toMatchObject([{ carrier: 'YTO', uploads: 2 }])
  })

  it('cannot have an unlisted carrier until its money is paid out, and is not reported again', async () => {
    const other = { carrier: 'OTHER', waybill: '13900001234' }
    const id = await sendPaid('courier')
    expect((await nameParcel(id, other)).json()).toMatchObject({
      code: 'bad-input',
      fields: [{ path: '/carrier' }],
    })
    await nameParcel(id)
    expect((await nameParcel(id, other)).statusCode).toBe(400)
    await runJobs()
    env.advance(MINUTE)
    expect((await nameParcel(id, other)).json().parcel).toEqual(other)
    await runJobs()
    expect(shipments()).toMatchObject([{ carrier: 'ZTO', uploads: 1 }])
    expect((await held()).count).toBe(0)
    expect((await orderNow(id)).parcel).toEqual(other)
  })

  it('is reported again after WeChat has refused the report, whose code the seller can read', async () => {
    const id = await sendPaid('local')
    wechat.shipping.refusal = { errcode: 268485216, errmsg: 'not yet' }
    await runJobs()
    expect((await held()).orders).toMatchObject([{ orderId: id, reason: 'reporting', refused: '268485216' }])
    wechat.shipping.refusal = undefined
    await pass(MINUTE - 1)
    expect((await held()).count).toBe(1)
    await pass(1)
    expect((await held()).count).toBe(0)
  })

  it('is shown as refused with NO_PAYER once the payer has deleted the personal data', async () => {
    const id = await sendPaid('local')
    await paying.step(shop.owner, id, 'finish')
    expect((await buyer.call('DELETE /api/me/data')).statusCode).toBe(200)
    await runJobs()
    expect((await held()).orders).toMatchObject([{ orderId: id, reason: 'reporting', refused: 'NO_PAYER' }])
    expect(shipments()).toEqual([])
    const reports = env.deps.db.query.selectFrom('job').select('id').where('kind', '=', 'report-shipping')
    expect(await reports.execute()).toEqual([])
  })

  it('is reported with a fresh token when WeChat has invalidated the previous token', async () => {
    await sendPaid('local')
    await runJobs()
    wechat.shipping.endTokens()
    await sendPaid('local')
    await runJobs()
    expect(shipments()).toHaveLength(2)
  })

  it('is listed for its missing waybill until that is set, also after the buyer finished it', async () => {
    const missing = async () =>
      (await shop.owner.call(`GET /api/shops/${shop.shopId}/today`)).json().missingWaybills
    const id = await sendPaid('courier')
    expect(await missing()).toEqual({ count: 1, orderId: id })
    await paying.step(buyer, id, 'finish')
    expect(await missing()).toEqual({ count: 1, orderId: id })
    const view = async () => (await shop.owner.call(`GET /api/shops/${shop.shopId}/orders/${id}`)).json()
    expect((await view()).isHeld).toBe(true)
    await nameParcel(id)
    await runJobs()
    expect([await missing(), (await view()).isHeld]).toEqual([undefined, undefined])
  })

  it('is not reported when it is cancelled or refunded before', async () => {
    const [cancelled, refunded] = [await sendPaid('local'), await sendPaid('local')]
    await paying.step(shop.owner, cancelled, 'cancel')
    await shop.owner.call(`PUT /api/shops/${shop.shopId}/orders/${refunded}/refunds/${newId()}`, {
      ...{ amount: 2500, note: '没货了' },
    })
    await settleRefunds()
    expect(shipments()).toEqual([])
    expect((await held()).count).toBe(0)
  })
})

describe('a shop that is closed while WeChat holds money', () => {
  const DAY = 24 * 60 * MINUTE
  const read = () => shop.owner.call(`GET /api/shops/${shop.shopId}/closing`)
  const close = () => shop.owner.call(`PUT /api/shops/${shop.shopId}/closing`, { name: '核桃小店' })

  beforeEach(() => env.app.worker.start(1_000_000))

  /** Runs the jobs of each day, as they run on a server that is never late. */
  async function passDays(days: number): Promise<void> {
    for (let day = 0; day < days; day++) {
      env.advance(DAY)
      await runJobs()
    }
  }

  /** Finishes an order without a waybill, and closes the shop once nobody can claim any more. */
  async function closeWithHeld(): Promise<string> {
    const id = await sendPaid('courier')
    await paying.step(buyer, id, 'finish')
    await passDays(8)
    expect((await close()).json()).toMatchObject({ openCount: 0, held: { orders: 1, sum: 2500 } })
    return id
  }

  it('is deleted once the missing waybill is set and reported', async () => {
    const id = await closeWithHeld()
    await passDays(20)
    expect((await nameParcel(id)).statusCode).toBe(200)
    await passDays(1)
    expect(shipments()).toMatchObject([{ carrier: 'ZTO', waybill: '78123456789012' }])
    await passDays(1)
    expect((await read()).statusCode).toBe(404)
  })

  it('is deleted after ninety days at the latest', async () => {
    await closeWithHeld()
    await passDays(88)
    expect((await read()).statusCode).toBe(200)
    await passDays(3)
    expect((await read()).statusCode).toBe(404)
  })

  it('does not wait for an order whose payer has deleted the personal data', async () => {
    const id = await sendPaid('courier')
    await paying.step(buyer, id, 'finish')
    await passDays(8)
    expect((await buyer.call('DELETE /api/me/data')).statusCode).toBe(200)
    expect((await close()).json()).toMatchObject({ held: { orders: 0, sum: 0 } })
    await passDays(8)
    expect((await read()).statusCode).toBe(404)
  })
})

describe('the parcel of an order', () => {
  it('can be set by the seller only, once the order is sent by courier', async () => {
    const waiting = await payOrder('courier')
    const local = await sendPaid('local')
    for (const id of [waiting, local]) expect((await nameParcel(id)).json().code).toBe('not-allowed-now')
    const sent = await sendPaid('courier')
    expect((await nameParcel(sent, undefined, buyer)).statusCode).toBe(404)
    for (const parcel of [
      { carrier: 'ZTO' },
      { carrier: 'XX', waybill: '123456' },
      { carrier: 'ZTO', waybill: '12 34' },
    ])
      expect((await nameParcel(sent, parcel)).json().code).toBe('bad-input')
    await nameParcel(sent)
    expect((await orderNow(sent)).parcel).toEqual({ carrier: 'ZTO', waybill: '78123456789012' })
  })

  it('is not reported for an order paid in person', async () => {
    const { id } = await placeTestOrder(shop, buyer, { fulfilment: { kind: 'courier' } })
    for (const action of ['accept', 'send']) await paying.step(shop.owner, id, action)
    expect((await nameParcel(id)).statusCode).toBe(200)
    expect((await nameParcel(id, { carrier: 'OTHER', waybill: '13900001234' })).statusCode).toBe(200)
    await runJobs()
    expect(shipments()).toEqual([])
    expect((await held()).count).toBe(0)
  })
})
