import {
  nameParcel,
  runJobs,
  sendPaid,
  setUpParcels,
  shipments,
  tearDownParcels,
} from '../../support/stories/parcel-story'
import { buyer, env, MINUTE, paying, shop } from '../../support/stories/payment-story'

beforeEach(setUpParcels)
afterEach(tearDownParcels)

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

  /** Finishes an order without a waybill, and closes the shop once claims are no longer possible. */
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
