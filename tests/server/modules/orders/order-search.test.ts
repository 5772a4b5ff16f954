import type { Kysely } from 'kysely'
import { boundsOf, monthOf } from '@/domain/month'
import type { OrderSummary } from '@/domain/order/order'
import { MAX_SHEET_ORDERS } from '@/domain/order/order-limits'
import { amountOf, type MoneyMonth } from '@/domain/payment/money-month'
import { orderSheetWords } from '@/locales/order/order-sheet'
import { fillOrderSearch } from '../../../../server/db/migrations/0024-order-search'
import { signIn } from '../../support/api-client'
import { readSpreadsheet } from '../../support/read-spreadsheet'
import { movableOrders } from '../../support/stories/movable-orders'
import { changeTestSettings } from '../../support/stories/offer-slots'
import { environmentPerFile, newId } from '../../support/test-environment'
import {
  claimOrder,
  openShop,
  placeTestOrder,
  receiver,
  shopPerFile,
  stepOrder,
} from '../../support/test-shop'

const env = environmentPerFile()
const shop = shopPerFile(env, { stock: 1000 })

const buyers = [
  { name: '收货人', phone: '13800000001', address: '城关镇一号' },
  { name: '学员一', phone: '13912345678', address: '城关镇二号' },
  { name: '收货人三', phone: '13700008888', address: '城关镇三号' },
]

async function find(query: Record<string, string>): Promise<number[]> {
  const answer = await shop.owner.call(`GET /api/shops/${shop.shopId}/orders?${new URLSearchParams(query)}`)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer
    .json<{ items: OrderSummary[] }>()
    .items.map(({ number }) => number)
    .sort((a, b) => a - b)
}

describe('GET /api/shops/:shopId/orders', () => {
  beforeAll(async () => {
    for (const one of buyers) {
      await placeTestOrder(shop, await signIn(env.app), { receiver: one })
      env.advance(1)
    }
    env.advance(86_400_000)
    await placeTestOrder(shop, await signIn(env.app), {
      ...{ receiver, fulfilment: { kind: 'pickup' }, payment: { method: 'on-pickup' } },
    })
  })

  it.each([
    ['the number', '2', [2]],
    ['the number as it is written on the screen', '第 2 单', [2]],
    ['the number as it is spoken', '2单', [2]],
    ['the number with full-width digits', '第２单', [2]],
    ['a name', '学员', [2]],
    ['the initials of a name', 'xyy', [2]],
    ['initials with the wrong case and spaces', ' X y Y', [2]],
    ['the last four digits of a phone', '8888', [3]],
    ['full-width digits', '８８８８', [3]],
    ['goods', '核桃', [1, 2, 3, 4]],
    ['the initials of goods', 'ht', [1, 2, 3, 4]],
    ['a text that no order contains', '蜂蜜', []],
    ['wildcards and quotes of SQL', "%_'", []],
    ['nothing but punctuation', '。', []],
  ])('searches by %s', async (_, search, expected) => {
    expect(await find({ search })).toEqual(expected)
  })

  it('filters by day, delivery and payment', async () => {
    expect(await find({ day: '2026-11-25' })).toEqual([1, 2, 3])
    expect(await find({ day: '2026-11-26' })).toEqual([4])
    expect(await find({ fulfilment: 'pickup' })).toEqual([4])
    expect(await find({ payment: 'due', fulfilment: 'local', search: '核桃' })).toEqual([1, 2, 3])
    expect(await find({ payment: 'paid' })).toEqual([])
  })

  it('filters by month, from its first midnight in China to that of the next month', async () => {
    const own = await openShop(env, { stock: 1000 })
    const { from, until } = boundsOf('2026-02')
    for (const at of [from - 1, from, until - 1, until]) {
      const { id } = await placeTestOrder(own, await signIn(env.app))
      await env.deps.db.query.updateTable('shop_order').set({ created_at: at }).where('id', '=', id).execute()
    }
    const numbers = async (query: string) =>
      (await own.owner.call(`GET /api/shops/${own.shopId}/orders?${query}`))
        .json<{ items: OrderSummary[] }>()
        .items.map(({ number }) => number)
    expect(await numbers('month=2026-02')).toEqual([3, 2])
    expect(await numbers('month=2026-02&day=2026-02-01')).toEqual([2])
    expect(await numbers('month=2026-02&day=2026-03-01')).toEqual([])
  })

  it('pages through the orders of a state, the oldest waiting order first', async () => {
    const read = async (cursor?: string) =>
      (
        await shop.owner.call(
          `GET /api/shops/${shop.shopId}/orders?state=placed&search=ht&limit=3${cursor ? `&cursor=${cursor}` : ''}`,
        )
      ).json<{ items: OrderSummary[]; next?: string }>()
    const first = await read()
    const second = await read(first.next)
    expect([...first.items, ...second.items].map(({ number }) => number)).toEqual([1, 2, 3, 4])
  })

  it('finds orders of this shop only', async () => {
    const other = await openShop(env)
    await placeTestOrder(other, await signIn(env.app), { receiver: buyers[1] })
    expect(await find({ search: '学员' })).toEqual([2])
  })
})

describe('fillOrderSearch', () => {
  it('writes the same search text into existing orders as their placing has written', async () => {
    const { query } = env.deps.db
    const texts = () =>
      query
        .selectFrom('shop_order')
        .select(['id', 'search'])
        .where('shop_id', '=', shop.shopId)
        .orderBy('id')
        .execute()
    const before = await texts()
    await query.updateTable('shop_order').set({ search: '' }).execute()
    await fillOrderSearch(query as unknown as Kysely<unknown>)
    expect(await texts()).toEqual(before)
  })
})

describe('a spreadsheet of orders', () => {
  const linkTo = async (filter: object): Promise<string> =>
    (await shop.owner.call(`POST /api/shops/${shop.shopId}/orders/sheets`, filter)).json<{ url: string }>()
      .url
  const download = (url: string) => env.app.inject({ method: 'GET', url: new URL(url).pathname })

  it('contains the matching orders, and the goods that these need together', async () => {
    const file = await download(await linkTo({ day: '2026-11-25' }))
    expect(file.headers['content-type']).toContain('spreadsheetml')
    const [orders = [], goods = []] = await readSpreadsheet(file.rawPayload)
    expect(orders.slice(1).map(([number, , , , name, phone]) => [number, name, phone])).toEqual(
      [...buyers].reverse().map(({ name, phone }, i) => [String(3 - i), name, phone]),
    )
    expect(goods.slice(1)).toEqual([['送上门', '核桃', '3', '斤', '3', '1、2、3']])
  })

  it('leaves cancelled, unpaid and sent orders out of the goods, and states their number', async () => {
    const own = await openShop(env, { stock: 1000 })
    await changeTestSettings(own, { orderLimits: { waiting: 50 } })
    const buyer = await signIn(env.app)
    const place = (quantity = 1) => placeTestOrder(own, buyer, {}, quantity)
    await place(2)
    const [cancelled, sent, unpaid] = [await place(), await place(), await place()]
    const step = (id: string, action: string) => stepOrder(own, own.owner, id, action)
    await step(cancelled.id, 'cancel')
    for (const action of ['accept', 'send']) await step(sent.id, action)
    await movableOrders(env.deps.db.query)
      .updateTable('shop_order')
      .set({ payment_method: 'wechat', payment_state: 'pending' })
      .where('id', '=', unpaid.id)
      .execute()
    const answer = await own.owner.call(`POST /api/shops/${own.shopId}/orders/sheets`, {})
    const file = await download(answer.json<{ url: string }>().url)
    const [orders = [], goods = []] = await readSpreadsheet(file.rawPayload)
    expect(orders).toHaveLength(5)
    expect(goods.slice(1)).toEqual([
      ['送上门', '核桃', '2', '斤', '1', '1'],
      ['有 3 单没算进来：1 单还没在网上付钱，1 单取消了，1 单已经备好了。'],
    ])
  })

  it('contains collected and returned amounts that match the money of the month', async () => {
    const own = await openShop(env, { stock: 1000 })
    const buyer = await signIn(env.app)
    const step = (id: string, action: string, more: object = {}) =>
      stepOrder(own, own.owner, id, action, more)
    const [less, returned] = [
      await placeTestOrder(own, buyer, {}, 4),
      await placeTestOrder(own, buyer, {}, 2),
    ]
    await placeTestOrder(own, buyer)
    for (const { id } of [less, returned]) for (const action of ['accept', 'send']) await step(id, action)
    await step(less.id, 'finish', { collected: { amount: 9000, means: 'cash', note: '抹了零' } })
    await step(returned.id, 'finish')
    await claimOrder(own, buyer, returned.id, { amount: 1500 })
    for (const action of ['agree', 'settle']) await step(returned.id, action)
    const answer = await own.owner.call(`POST /api/shops/${own.shopId}/orders/sheets`, {})
    const file = await download(answer.json<{ url: string }>().url)
    const [[head = [], ...rows] = []] = await readSpreadsheet(file.rawPayload)
    const { number, total, collected, returned: back, payment } = orderSheetWords.columns
    const cells = (row: string[], ...names: string[]) => names.map((name) => row[head.indexOf(name)])
    expect(rows.map((row) => cells(row, number, total, collected, back, payment)).sort()).toEqual([
      ['1', '100', '90', '', '收到了'],
      ['2', '50', '50', '15', '收到了'],
      ['3', '25', '', '', '没收'],
    ])
    const sum = (name: string) =>
      rows.reduce((all, row) => all + Math.round(Number(row[head.indexOf(name)]) * 100), 0)
    const month = monthOf(env.deps.clock())
    const money = (await own.owner.call(`GET /api/shops/${own.shopId}/money/${month}`)).json<MoneyMonth>()
    expect([sum(collected), sum(back)]).toEqual([amountOf(money, 'collected'), amountOf(money, 'refunded')])
  })

  it('states in its last row that it contains only the newest orders when there are more', async () => {
    const own = await openShop(env)
    const { id } = await placeTestOrder(own, await signIn(env.app))
    const { query } = env.deps.db
    const first = await query
      .selectFrom('shop_order')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const later = Array.from({ length: MAX_SHEET_ORDERS }, (_, i) => ({
      ...first,
      ...{ id: newId(), number: i + 2, created_at: first.created_at + i + 1 },
    }))
    for (let at = 0; at < later.length; at += 200)
      await query
        .insertInto('shop_order')
        .values(later.slice(at, at + 200))
        .execute()
    const answer = await own.owner.call(`POST /api/shops/${own.shopId}/orders/sheets`, {})
    const file = await download(answer.json<{ url: string }>().url)
    const [rows = []] = await readSpreadsheet(file.rawPayload)
    expect(rows).toHaveLength(MAX_SHEET_ORDERS + 2)
    expect(rows.at(-2)?.[0]).toBe('2')
    expect(rows.at(-1)).toEqual(['这里只有最近的 5000 单。要存再早的，先选一天或一个月，再存一次。'])
  })

  it('contains the orders of a month, by a link for that month only', async () => {
    const url = await linkTo({ month: '2026-11' })
    expect((await readSpreadsheet((await download(url)).rawPayload))[0]).toHaveLength(5)
    expect((await download(url.replace('2026-11', '2026-12'))).statusCode).toBe(404)
    const none = await download(await linkTo({ month: '2026-10' }))
    expect((await readSpreadsheet(none.rawPayload))[0]).toHaveLength(1)
  })

  it('writes the input of buyers as text, also when it looks like a formula', async () => {
    const own = await openShop(env)
    const name = '=1+1'
    await placeTestOrder(own, await signIn(env.app), { receiver: { ...receiver, name }, note: '+1' })
    const answer = await own.owner.call(`POST /api/shops/${own.shopId}/orders/sheets`, {})
    // reading it throws if a cell is a formula
    const [orders = []] = await readSpreadsheet(
      (await download(answer.json<{ url: string }>().url)).rawPayload,
    )
    expect(orders[1]).toEqual(expect.arrayContaining([name, '+1']))
  })

  it('can be downloaded by its own link only, and for ten minutes', async () => {
    const url = await linkTo({ state: 'placed' })
    expect((await download(url.replace('placed', 'done'))).statusCode).toBe(404)
    expect((await download(url.replace('placed.all', "placed.all'"))).statusCode).toBe(404)
    expect((await download(url)).statusCode).toBe(200)
    env.advance(10 * 60_000)
    expect((await download(url)).statusCode).toBe(404)
  })
})
