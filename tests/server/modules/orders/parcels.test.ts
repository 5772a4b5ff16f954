import { UNDO_STEP_MS } from '@/domain/order/undo-step'
import {
  held,
  nameParcel,
  pass,
  payOrder,
  runJobs,
  sendPaid,
  setUpParcels,
  shipments,
  tearDownParcels,
  wechat,
} from '../../support/stories/parcel-story'
import { buyer, env, MINUTE, paying, shop } from '../../support/stories/payment-story'
import { newId } from '../../support/test-environment'
import { placeTestOrder, readToday } from '../../support/test-shop'

beforeEach(setUpParcels)
afterEach(tearDownParcels)

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
    expect((await paying.orderNow(id)).parcel.waybill).toBe('YT1000003')
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
    expect((await paying.orderNow(id)).parcel).toEqual(other)
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
    const missing = async () => (await readToday(shop)).missingWaybills
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
    await paying.settleRefunds()
    expect(shipments()).toEqual([])
    expect((await held()).count).toBe(0)
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
    expect((await paying.orderNow(sent)).parcel).toEqual({ carrier: 'ZTO', waybill: '78123456789012' })
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
