import { boundsOfQuarter } from '@/domain/quarter'
import { logOperatorAction } from '../../../../server/modules/operator/operator-log'
import { readPersonData } from '../../../../server/operator/person-data'
import {
  readIncome,
  readRemovedShops,
  readSellers,
  sellerReport,
} from '../../../../server/operator/tax-report'
import { signInPerTest } from '../../support/api-client'
import { readSpreadsheet } from '../../support/read-spreadsheet'
import { environmentPerTest } from '../../support/test-environment'
import {
  claimOrder,
  openShop,
  placeTestOrder,
  receiver,
  shopPerTest,
  stepOrder,
} from '../../support/test-shop'

const env = environmentPerTest()
const shop = shopPerTest(env, {
  stock: 100,
  request: { name: '核桃老店', place: '城关镇', phone: '13900000001' },
})
const buyer = signInPerTest(env)

async function deliver(quantity: number): Promise<string> {
  const { id } = await placeTestOrder(shop, buyer, {}, quantity)
  for (const action of ['accept', 'send', 'finish']) await stepOrder(shop, shop.owner, id, action)
  return id
}

const quarterOf = (now: number) => {
  const [year, month] = new Date(now + 8 * 3_600_000).toISOString().split('-').map(Number)
  return `${year}Q${Math.ceil((month ?? 1) / 3)}`
}

describe('the quarterly report about sellers', () => {
  it('has what each shop received and returned in the quarter, and how it is registered', async () => {
    await deliver(2)
    const returned = await deliver(1)
    await claimOrder(shop, buyer, returned, { amount: 1500 })
    for (const action of ['agree', 'settle']) await stepOrder(shop, shop.owner, returned, action)
    await placeTestOrder(shop, buyer)
    await openShop(env)
    const { from, until } = boundsOfQuarter(quarterOf(env.deps.clock())) ?? { from: 0, until: 0 }
    const incomes = await readIncome(env.deps.db.query, from, until)
    expect(incomes).toEqual([
      {
        ...{ slug: shop.slug, name: '核桃老店', place: '城关镇', phone: '13900000001' },
        ...{ orders: 2, collected: 7500, refunded: 1500 },
      },
    ])
    expect(await readIncome(env.deps.db.query, until, until + 1)).toEqual([])
    const [[head = [], row] = []] = await readSpreadsheet(
      await sellerReport(incomes, [], 'https://shop.example.org'),
    )
    expect(head.at(-1)).toBe('收入净额')
    expect(row).toEqual([
      ...['核桃老店', `https://shop.example.org/s/${shop.slug}`, '城关镇', '13900000001', '没有写明'],
      ...['', '', '', '2', '75', '15', '60'],
    ])
  })

  it('lists every seller on a sheet of its own, without the shops of lessons', async () => {
    const blocked = await openShop(env, { request: { name: '封了的店' } })
    const lesson = await openShop(env, { request: { name: '练习的店' } })
    const { query, withTx } = env.deps.db
    const change = (shopId: string, values: { blocked_at?: number; practice_until?: number }) =>
      withTx((tx) => tx.updateTable('shop').set(values).where('shop_id', '=', shopId).execute())
    await change(blocked.shopId, { blocked_at: 1 })
    await change(lesson.shopId, { practice_until: env.deps.clock() })
    const sheets = await readSpreadsheet(
      await sellerReport([], await readSellers(query), 'https://a.example'),
    )
    const [head = [], ...rows] = sheets[1] ?? []
    expect(head.slice(-2)).toEqual(['开店日期', '状态'])
    expect(rows.map((row) => [row[0], ...row.slice(-2)]).sort()).toEqual(
      [
        ['核桃老店', '2026-11-25', '开着'],
        ['封了的店', '2026-11-25', '封了'],
      ].sort(),
    )
  })

  it('names the ground on which a shop needs no registration', async () => {
    await deliver(1)
    const licence = {
      kind: 'licence',
      id: 'licence1',
      settings: { basis: 'produce', holder: '样品', number: '' },
    }
    const { look } = await env.deps.db.query.selectFrom('shop').select('look').executeTakeFirstOrThrow()
    const changed = { ...JSON.parse(look), sections: [licence] }
    await env.deps.db.query
      .updateTable('shop')
      .set({ look: JSON.stringify(changed) })
      .execute()
    const incomes = await readIncome(env.deps.db.query, 0, env.deps.clock() + 1)
    expect(incomes[0]?.licence).toEqual({ basis: 'produce', holder: '样品', number: '' })
    const [[, row = []] = []] = await readSpreadsheet(await sellerReport(incomes, [], ''))
    expect(row[4]).toBe('未登记，自产农副产品')
  })
})

describe('removed shops', () => {
  it('are those that operators have removed since a time, once each', async () => {
    const other = await openShop(env)
    const remove = (slug: string) =>
      env.deps.db.withTx((tx) =>
        logOperatorAction(env.deps, tx, {
          ...{ operatorId: null, action: 'remove', shop_id: other.shopId, slug, reason: null },
        }),
      )
    await remove('first')
    env.advance(1000)
    const since = env.deps.clock()
    await remove(other.slug)
    const { query } = env.deps.db
    expect(await readRemovedShops(query)).toEqual(['first', other.slug])
    expect(await readRemovedShops(query, since)).toEqual([other.slug])
    expect(await readRemovedShops(query, since + 1)).toEqual([])
  })
})

describe('boundsOfQuarter', () => {
  it('begins and ends at midnight in China', () => {
    expect(boundsOfQuarter('2026Q4')).toEqual({
      from: Date.parse('2026-10-01T00:00:00+08:00'),
      until: Date.parse('2027-01-01T00:00:00+08:00'),
    })
    for (const text of ['2026Q5', '2026', '1999Q1', '2026Q11']) expect(boundsOfQuarter(text)).toBeUndefined()
  })
})

describe('what is stored about a phone number', () => {
  it('is the accounts and shops that have it, and the orders that it receives', async () => {
    const id = await deliver(1)
    await placeTestOrder(shop, buyer, { receiver: { ...receiver, phone: '13700000000' } })
    const ask = (phone: string) => readPersonData(env.deps, { phone, reason: '某局 2026 第 1 号' })
    const ofReceiver = await ask(receiver.phone)
    expect(ofReceiver.accounts).toEqual([])
    expect(ofReceiver.received).toMatchObject([{ shop: '核桃老店', buyer: buyer.accountId, order: { id } }])
    const ofSeller = await ask('13900000001')
    expect(ofSeller.accounts).toMatchObject([
      { account: { id: shop.owner.accountId }, shops: [{ slug: shop.slug }] },
    ])
    expect(ofSeller.received).toEqual([])
    const trail = await env.deps.db.query
      .selectFrom('audit_entry')
      .select(['action', 'subject', 'details'])
      .execute()
    expect(trail).toEqual([
      { action: 'read-person', subject: '*0000', details: JSON.stringify({ reason: '某局 2026 第 1 号' }) },
      { action: 'read-person', subject: '*0001', details: JSON.stringify({ reason: '某局 2026 第 1 号' }) },
    ])
  })
})
