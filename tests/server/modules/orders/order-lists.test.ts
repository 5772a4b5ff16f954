import type { OrderSummary } from '@/domain/order/order'
import { signIn } from '../../support/api-client'
import { readSpreadsheet } from '../../support/read-spreadsheet'
import { changeTestSettings } from '../../support/stories/offer-slots'
import { environmentPerFile } from '../../support/test-environment'
import { claimOrder, placeTestOrder, readToday, shopPerFile, stepOrder } from '../../support/test-shop'

const env = environmentPerFile()
const shop = shopPerFile(env, { stock: 1000 })

const listed = async (query: string): Promise<number[]> =>
  (await shop.owner.call(`GET /api/shops/${shop.shopId}/orders?${query}`))
    .json<{ items: OrderSummary[] }>()
    .items.map(({ number }) => number)

describe('the lists of several states', () => {
  /** Orders that are placed, accepted, underway, done, done with a claim, cancelled, and underway with a request to cancel. */
  const steps = [
    [],
    ['accept'],
    ['accept', 'send'],
    ['accept', 'send', 'finish'],
    ['accept', 'send', 'finish'],
    ['cancel'],
    ['accept', 'send'],
  ]

  beforeAll(async () => {
    await changeTestSettings(shop, { orderLimits: { waiting: 50 } })
    const buyer = await signIn(env.app)
    const ids: string[] = []
    for (const actions of steps) {
      const { id } = await placeTestOrder(shop, buyer)
      ids.push(id)
      for (const action of actions) await stepOrder(shop, shop.owner, id, action)
      env.advance(1)
    }
    await claimOrder(shop, buyer, ids[4] ?? '')
    await stepOrder(shop, buyer, ids[6] ?? '', 'ask-cancel')
  })

  it('have what waits for the shop, the oldest first, and what is over, the newest first', async () => {
    expect(await listed('state=to-do')).toEqual([1, 2, 5, 7])
    expect(await listed('state=underway')).toEqual([7, 3])
    expect(await listed('state=over')).toEqual([6, 5, 4])
  })

  it('are searched and paged like the others', async () => {
    expect(await listed('state=to-do&search=2')).toEqual([2])
    expect(await listed('state=over&search=ht')).toEqual([6, 5, 4])
    expect(await listed('state=to-do&limit=1')).toEqual([1])
  })

  it('have as many orders as today counts', async () => {
    expect(await readToday(shop)).toMatchObject({ toDo: 4, openRefunds: 1, cancelRequests: 1 })
  })

  it('are downloaded as spreadsheets', async () => {
    const answer = await shop.owner.call(`POST /api/shops/${shop.shopId}/orders/sheets`, { state: 'to-do' })
    const { pathname } = new URL(answer.json<{ url: string }>().url)
    const file = await env.app.inject({ method: 'GET', url: pathname })
    const [rows = []] = await readSpreadsheet(file.rawPayload)
    expect(rows.slice(1).map(([number]) => number)).toEqual(['1', '2', '5', '7'])
  })
})
