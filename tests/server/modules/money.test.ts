import { sumDays } from '@/domain/money-month'
import { type ApiClient, signIn } from '../support/api-client'
import { readSpreadsheet } from '../support/read-spreadsheet'
import { createTestEnvironment, newId, type TestEnvironment } from '../support/test-environment'
import { claimOrder, type OpenedShop, openShop, placeTestOrder } from '../support/test-shop'

let env: TestEnvironment
let shop: OpenedShop
let buyer: ApiClient
let month: string

beforeEach(async () => {
  env = await createTestEnvironment()
  shop = await openShop(env, { stock: 100 })
  buyer = await signIn(env.app)
  month = new Date(env.deps.clock() + 8 * 3_600_000).toISOString().slice(0, 7)
})
afterEach(() => env.app.close())

const step = (id: string, action: string, details: object = {}) =>
  shop.owner.call(`POST /api/shops/${shop.shopId}/orders/${id}/steps`, { id: newId(), action, ...details })

async function deliver(collected?: object): Promise<string> {
  const { id } = await placeTestOrder(shop, buyer, {}, 2)
  for (const action of ['accept', 'send']) await step(id, action)
  await step(id, 'finish', collected ? { collected } : {})
  return id
}

const readMonth = async (which = month) =>
  (await shop.owner.call(`GET /api/shops/${shop.shopId}/money/${which}`)).json()

describe('the money of a month', () => {
  it('shows collected, refunded and due apart', async () => {
    await deliver()
    await deliver({ amount: 4500, means: 'code', note: '抹了零' })
    const returned = await deliver()
    await claimOrder(shop, buyer, returned, { amount: 1500 })
    await step(returned, 'agree')
    await step(returned, 'settle')
    await placeTestOrder(shop, buyer, {}, 3)
    const { days, due, owed } = await readMonth()
    expect(sumDays(days)).toEqual({
      collected: { cash: 10_000, code: 4500, wechat: 0, alipay: 0 },
      ...{ refunded: 1500, fees: 0 },
    })
    expect(due).toEqual({ orders: 1, amount: 7500 })
    expect(owed).toBe(0)
  })

  it('is empty for a month without movements', async () => {
    await deliver()
    const { days } = await readMonth('2020-02')
    expect(days).toHaveLength(29)
    expect(sumDays(days)).toMatchObject({ collected: { cash: 0 }, refunded: 0 })
  })

  it.each(['2026-13', '2026-00', '26-01', 'now'])('is not found for "%s"', async (which) => {
    expect((await readMonth(which)).code).toBe('not-found')
  })
})

describe('the spreadsheet of a month', () => {
  const linkOf = async (which = month) =>
    (await shop.owner.call(`POST /api/shops/${shop.shopId}/money/${which}/sheets`, { id: newId() })).json<{
      url: string
    }>().url

  const download = (url: string) => env.app.inject({ method: 'GET', url: new URL(url).pathname })

  it('contains its days with their sum and every movement, as text and numbers', async () => {
    await deliver({ amount: 4500, means: 'code', note: '=HYPERLINK("http://example.org")' })
    const reply = await download(await linkOf())
    expect(reply.headers['content-type']).toContain('spreadsheetml')
    expect(reply.headers['content-disposition']).toContain(`kaizhang-${shop.slug}-${month}.xlsx`)
    const sheets = await readSpreadsheet(reply.rawPayload)
    expect(sheets).toHaveLength(2)
    const cells = sheets.flat(2)
    for (const word of ['扫我的码', '合计', '少收的', '收钱', '45']) expect(cells).toContain(word)
  })

  it('opens for ten minutes, for its own month and shop only', async () => {
    const url = await linkOf()
    expect((await download(url)).statusCode).toBe(200)
    expect((await download(url.replace(`/${month}/`, '/2026-01/'))).statusCode).toBe(404)
    expect((await download(url.replace('/money/', '/exports/').replace(`${month}/`, ''))).statusCode).toBe(
      404,
    )
    const exported = (await shop.owner.call(`POST /api/shops/${shop.shopId}/exports`, { id: newId() })).json<{
      url: string
    }>().url
    const ticket = /exports\/(.+)\.zip$/.exec(exported)?.[1]
    expect((await env.app.inject({ method: 'GET', url: `/money/${month}/${ticket}.xlsx` })).statusCode).toBe(
      404,
    )
    env.advance(10 * 60_000)
    expect((await download(url)).statusCode).toBe(404)
  })
})
