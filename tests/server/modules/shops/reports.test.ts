import { MAX_REPORTS_A_DAY } from '@/domain/shop/report'
import { standings } from '../../../../server/db/account-standing'
import { readReports } from '../../../../server/modules/operator/open-reports'
import { formatReports } from '../../../../server/operator/format-reports'
import { answerReportsOf } from '../../../../server/operator/shop-actions'
import { type ApiClient, signIn } from '../../support/api-client'
import { signInOperator } from '../../support/operator'
import { environmentPerTest, newId } from '../../support/test-environment'
import { openShop, shopPerTest } from '../../support/test-shop'

const env = environmentPerTest()
const shop = shopPerTest(env)
const read = () => readReports(env.deps.db.query)

const report = (by: ApiClient, body: object, shopId = shop.shopId) =>
  by.call(`PUT /api/shops/${shopId}/report`, body)

/** Reports the shop from so many new accounts. */
async function reportFrom(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await report(await signIn(env.app), { reason: 'fake' })
}

const trust = ({ accountId }: ApiClient) =>
  env.deps.db.query
    .updateTable('account')
    .set({ standing: standings.trusted })
    .where('id', '=', accountId)
    .execute()

describe('PUT /api/shops/:shopId/report', () => {
  it('saves a report of the shop and one of its product, and counts the person once', async () => {
    const buyer = await signIn(env.app)
    await report(buyer, { reason: 'fraud', note: '让我转账' })
    const second = await report(buyer, { productId: shop.productId, reason: 'fake' })
    expect(second.json()).toEqual({ reportedAt: env.deps.clock() })
    expect(await read()).toMatchObject([{ slug: shop.slug, weight: 1, isBlocked: false }])
    expect((await read())[0]?.reports).toHaveLength(2)
  })

  it('replaces the earlier report of the same person', async () => {
    const buyer = await signIn(env.app)
    await report(buyer, { reason: 'fraud', note: '让我转账' })
    await report(buyer, { reason: 'unfit' })
    expect((await read())[0]?.reports).toMatchObject([{ product: null, reason: 'unfit', note: null }])
  })

  it('is not found for a blocked shop, another shop’s product, or none', async () => {
    const buyer = await signIn(env.app)
    const other = await openShop(env)
    const statuses = [
      await report(buyer, { productId: other.productId, reason: 'fake' }),
      await report(buyer, { reason: 'fake' }, newId()),
    ]
    await env.deps.db.query.updateTable('shop').set({ blocked_at: 1 }).execute()
    statuses.push(await report(buyer, { reason: 'fake' }))
    expect(statuses.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404])
    expect(await read()).toEqual([])
  })

  it('takes a limited number a day from one person', async () => {
    const buyer = await signIn(env.app)
    const rows = Array.from({ length: MAX_REPORTS_A_DAY }, (_, i) => ({
      ...{
        shop_id: shop.shopId,
        product_id: `old-${i}`,
        account_id: buyer.accountId,
        reason: 'fake' as const,
      },
      ...{ note: null, reported_at: env.deps.clock() + i, answered_at: null },
    }))
    await env.deps.db.query.insertInto('report').values(rows).execute()
    const refused = await report(buyer, { reason: 'fake' })
    expect(refused.statusCode).toBe(429)
    expect(refused.headers['retry-after']).toBe('86400')
    env.advance(86_400_000)
    expect((await report(buyer, { reason: 'fake' })).statusCode).toBe(200)
  })
})

describe('GET /api/me/reports', () => {
  const mine = async (person: Awaited<ReturnType<typeof signIn>>) =>
    (await person.call('GET /api/me/reports')).json().items

  it('tells a person, and nobody else, what became of their reports', async () => {
    const [buyer, operator] = [await signIn(env.app), await signInOperator(env)]
    await report(buyer, { reason: 'fraud', note: '让我转账' })
    env.advance(60_000)
    await report(buyer, { productId: shop.productId, reason: 'fake' })
    const own = await operator.call(`GET /api/operator/shops/${shop.shopId}`)
    const { name } = own.json().shop
    const [later, earlier] = [env.deps.clock(), env.deps.clock() - 60_000]
    const productName = expect.any(String)
    expect(await mine(buyer)).toEqual([
      { shopName: name, productName, reason: 'fake', reportedAt: later, blocked: false },
      { shopName: name, reason: 'fraud', reportedAt: earlier, blocked: false },
    ])
    expect(await mine(await signIn(env.app))).toEqual([])
    await operator.call(`POST /api/operator/shops/${shop.shopId}/reports/answered`, { id: newId() })
    await operator.call(`PUT /api/operator/shops/${shop.shopId}/block`, { blocked: true, reason: '骗钱' })
    expect(await mine(buyer)).toMatchObject([
      { answeredAt: later, blocked: true },
      { answeredAt: later, blocked: true },
    ])
  })
})

describe('readReports', () => {
  it('lists the heaviest first: buyers weigh more, and unknown accounts together five at most', async () => {
    await reportFrom(9)
    const [other, buyer, second] = [await openShop(env), await signIn(env.app), await signIn(env.app)]
    for (const person of [buyer, second]) {
      await trust(person)
      await report(person, { reason: 'forbidden', note: '卖野物' }, other.shopId)
    }
    const shops = await read()
    expect(shops.map(({ slug, weight }) => [slug, weight])).toEqual([
      [other.slug, 10],
      [shop.slug, 5],
    ])
    expect(formatReports(shops)).toMatch(
      new RegExp(`^${other.slug}  weight 10  .+\n  2026-11-25 02:00  forbidden  卖野物\n`),
    )
  })

  it('leaves out what was answered, until it is reported again', async () => {
    const buyer = await signIn(env.app)
    await report(buyer, { reason: 'fake' })
    expect(await answerReportsOf(env.deps, shop.slug)).toMatchObject({ count: 1 })
    expect(await read()).toEqual([])
    await report(buyer, { reason: 'fake' })
    expect(await read()).toHaveLength(1)
  })

  it('rejects a slug that no shop has', async () => {
    await expect(answerReportsOf(env.deps, 'nothing')).rejects.toThrow('There is no shop at /s/nothing')
  })
})
