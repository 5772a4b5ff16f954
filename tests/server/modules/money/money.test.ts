import { startOfDay } from '@/domain/day'
import { addMonths } from '@/domain/month'
import type { OrderSummary } from '@/domain/order/order'
import {
  amountOf,
  type DueBuyer,
  type MoneyMonth,
  type MoneyOrder,
  sumDays,
} from '@/domain/payment/money-month'
import { type MoneyPart, moneyParts } from '@/domain/payment/money-part'
import { signIn, signInPerTest } from '../../support/api-client'
import { readSpreadsheet } from '../../support/read-spreadsheet'
import { environmentPerTest, newId } from '../../support/test-environment'
import {
  claimOrder,
  openShop,
  placeTestOrder,
  receiver,
  shopPerTest,
  stepOrder,
} from '../../support/test-shop'

const DAY_MS = 86_400_000

const env = environmentPerTest()
const shop = shopPerTest(env, { stock: 100 })
const buyer = signInPerTest(env)
let month: string

beforeEach(async () => {
  month = new Date(env.deps.clock() + 8 * 3_600_000).toISOString().slice(0, 7)
})

const step = (id: string, action: string, details: object = {}) =>
  stepOrder(shop, shop.owner, id, action, details)

async function deliver(collected?: object): Promise<string> {
  const { id } = await placeTestOrder(shop, buyer, {}, 2)
  for (const action of ['accept', 'send']) await step(id, action)
  await step(id, 'finish', collected ? { collected } : {})
  return id
}

const readMonth = async (which = month) =>
  (await shop.owner.call(`GET /api/shops/${shop.shopId}/money/${which}`)).json()

describe('the money of a month', () => {
  it('shows collected, refunded and due amounts separately', async () => {
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
      ...{ refunded: 1500, refundedBy: { cash: 1500, code: 0, wechat: 0, alipay: 0 }, fees: 0 },
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

/** All items of a list, read page by page. */
async function readAll<Item>(path: string, query: Record<string, string>): Promise<Item[]> {
  const items: Item[] = []
  for (let cursor: string | undefined; ; ) {
    const search = new URLSearchParams({ ...query, limit: '2', ...(cursor ? { cursor } : {}) })
    const reply = await shop.owner.call(`GET /api/shops/${shop.shopId}/${path}?${search}`)
    expect(reply.statusCode).toBe(200)
    const page = reply.json<{ items: Item[]; next?: string }>()
    items.push(...page.items)
    if (page.next === undefined) return items
    cursor = page.next
  }
}

const sumOf = (orders: readonly { amount: number }[]) => orders.reduce((sum, { amount }) => sum + amount, 0)

const ordersBehind = (part: MoneyPart, day?: string) =>
  readAll<MoneyOrder>(`money/${month}/order-amounts`, { part, ...(day === undefined ? {} : { day }) })

describe('the order list behind an amount of a month', () => {
  beforeEach(async () => {
    env.advance(startOfDay(`${addMonths(month, 1)}-01`) - env.deps.clock())
    month = addMonths(month, 1)
  })

  it('adds up to each amount of the month and of its days', async () => {
    const returned = await deliver({ amount: 4000, means: 'code', note: '抹了零' })
    const undone = await deliver()
    await deliver({ amount: 6000, means: 'cash', note: '没有零钱' })
    await step(undone, 'undo-finish')
    env.advance(DAY_MS)
    await claimOrder(shop, buyer, returned, { amount: 1500 })
    await step(returned, 'agree')
    await step(returned, 'settle')
    await deliver()
    await deliver({ amount: 2500, means: 'code', note: '先给一半' })
    await placeTestOrder(shop, buyer, {}, 3)
    const money = (await readMonth()) as MoneyMonth
    for (const part of moneyParts)
      for (const day of [undefined, ...money.days.slice(0, 3).map((one) => one.day)])
        expect([part, day, sumOf(await ordersBehind(part, day))]).toEqual([
          ...[part, day, amountOf(money, part, day)],
        ])
    expect(amountOf(money, 'refunded-code', `${month}-02`)).toBe(1500)
    expect(amountOf(money, 'due')).toBe(12_500)
    const amounts = new Map((await ordersBehind('collected')).map(({ number, amount }) => [number, amount]))
    expect([1, 2, 3, 4, 5].map((number) => amounts.get(number))).toEqual([4000, undefined, 6000, 5000, 2500])
    expect(await ordersBehind('refunded', `${month}-02`)).toEqual([
      { id: returned, number: 1, name: receiver.name, phoneEnd: '0000', amount: 1500 },
    ])
  })

  it('is empty for a day of another month', async () => {
    await deliver()
    expect(await ordersBehind('collected', `${addMonths(month, 1)}-01`)).toEqual([])
  })

  it('is not found by the owner of another shop', async () => {
    const other = await openShop(env)
    const reply = await other.owner.call(
      `GET /api/shops/${shop.shopId}/money/${month}/order-amounts?part=collected`,
    )
    expect(reply.statusCode).toBe(404)
  })
})

describe('the list of due orders', () => {
  const dueOrders = (query: Record<string, string>) =>
    readAll<OrderSummary>('orders', { payment: 'due', ...query })
  const totalOf = (orders: readonly OrderSummary[]) => orders.reduce((sum, { total }) => sum + total, 0)

  it('adds up to the due amount of each buyer and each day', async () => {
    env.advance(startOfDay(`${addMonths(month, 1)}-01`) - env.deps.clock())
    month = addMonths(month, 1)
    const others = [await signIn(env.app), await signIn(env.app), await signIn(env.app)]
    await deliver()
    await placeTestOrder(shop, buyer, {}, 1)
    for (const [i, other] of others.entries()) {
      env.advance(DAY_MS)
      const { id } = await placeTestOrder(shop, other, {}, i + 1)
      if (i === 1) await step(id, 'cancel')
    }
    const second = { ...receiver, name: '取货人', phone: '13900001234' }
    await placeTestOrder(shop, buyer, { receiver: second }, 4)
    const { due, dueDays } = (await readMonth()) as MoneyMonth
    const buyers = await readAll<DueBuyer>('due-buyers', {})
    expect(due).toEqual({ orders: 4, amount: 22_500 })
    expect(sumOf(buyers)).toBe(due.amount)
    expect(sumOf(dueDays)).toBe(due.amount)
    expect(buyers.map(({ receivers }) => receivers)).toEqual([
      [
        { name: '取货人', phoneEnd: '1234' },
        { name: receiver.name, phoneEnd: '0000' },
      ],
      [{ name: receiver.name, phoneEnd: '0000' }],
      [{ name: receiver.name, phoneEnd: '0000' }],
    ])
    for (const { id, orders, amount } of buyers) {
      const found = await dueOrders({ buyer: id })
      expect([found.length, totalOf(found)]).toEqual([orders, amount])
    }
    for (const { day, orders, amount } of dueDays) {
      const found = await dueOrders({ day })
      expect([found.length, totalOf(found)]).toEqual([orders, amount])
    }
  })

  it('finds nothing for an order of another shop', async () => {
    const other = await openShop(env)
    const { id } = await placeTestOrder(other, buyer)
    await placeTestOrder(shop, buyer)
    expect(await dueOrders({ buyer: id })).toEqual([])
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

  it('can be downloaded for ten minutes, and only by a link for its month and kind', async () => {
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
