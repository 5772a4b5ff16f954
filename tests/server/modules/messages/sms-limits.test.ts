import { readQuotas } from '../../../../server/quota-settings'
import { type ApiClient, signIn } from '../../support/api-client'
import { createTestEnvironment, type TestEnvironment } from '../../support/test-environment'
import { type OpenedShop, openShop, placeTestOrder } from '../../support/test-shop'
import { SMS_PLAN, testSms } from '../../support/test-sms'

const DAY_MS = 86_400_000

let env: TestEnvironment
async function setUp(monthlyLimit = SMS_PLAN.monthlyLimit) {
  const sms = { ...testSms, plan: { ...SMS_PLAN, price: 5, monthlyLimit } }
  const settings = { rateLimits: true, trustProxy: ['loopback'], quotas: readQuotas({}) }
  env = await createTestEnvironment({ settings, sms })
}
afterEach(() => env.app.close())

let phones = 0
/** Requests a code for a phone that has got none. */
const sendCode = (client: ApiClient, address = '203.0.113.1') =>
  client.call(
    'POST /api/me/phone-codes',
    { phone: `138${String(++phones).padStart(8, '0')}` },
    { 'x-forwarded-for': address },
  )

/** Opens shops of different owners and lets a day pass. */
async function openSettledShops(count: number): Promise<OpenedShop[]> {
  const shops: OpenedShop[] = []
  for (let i = 0; i < count; i++) shops.push(await openShop(env))
  env.advance(DAY_MS)
  return shops
}

/** Requests one code for each shop; returns the statuses. */
async function sendCodes(shops: readonly OpenedShop[], address?: string): Promise<number[]> {
  const statuses: number[] = []
  for (const { owner } of shops) statuses.push((await sendCode(owner, address)).statusCode)
  return statuses
}

const isOffered = async (client: ApiClient) =>
  (await client.call('GET /api/me/channels')).json<{ sms?: object }>().sms !== undefined

describe('codes by text message', () => {
  it('are offered and sent to a shop once it has an order or is a day old', async () => {
    await setUp()
    const [quiet, busy] = [await openShop(env), await openShop(env)]
    expect([await isOffered(quiet.owner), (await sendCode(quiet.owner)).statusCode]).toEqual([false, 404])
    await placeTestOrder(busy, await signIn(env.app))
    expect([await isOffered(busy.owner), (await sendCode(busy.owner)).statusCode]).toEqual([true, 200])
    env.advance(DAY_MS)
    expect([await isOffered(quiet.owner), (await sendCode(quiet.owner)).statusCode]).toEqual([true, 200])
  })

  it('use at most a tenth of the budget of a month in a day, also at once', async () => {
    await setUp(200)
    const shops = await openSettledShops(5)
    const answers = await Promise.all(shops.map(({ owner }) => sendCode(owner)))
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 200, 200, 503])
    expect(
      Number(answers.find(({ statusCode }) => statusCode === 503)?.headers['retry-after']),
    ).toBeGreaterThan(0)
    env.advance(DAY_MS)
    expect(await sendCodes(shops.slice(0, 1))).toEqual([200])
  })

  it('leave half of the budget of a month to messages about orders', async () => {
    await setUp(100)
    const shops = await openSettledShops(2)
    // the first week of December
    env.advance(7 * DAY_MS)
    const statuses: number[] = []
    for (let day = 0; day < 6; day++) {
      statuses.push(...(await sendCodes(shops)))
      env.advance(DAY_MS)
    }
    expect(statuses).toEqual([...Array(10).fill(200), 503, 503])
  })

  it('are limited to twenty per address and day, and to sixteen times as many of an IPv6 /48', async () => {
    await setUp()
    const shops = await openSettledShops(21)
    expect(await sendCodes(shops.slice(0, 20))).toEqual(Array(20).fill(200))
    const refused = await sendCode((shops[20] as OpenedShop).owner)
    expect(refused.json()).toMatchObject({ status: 429, code: 'too-many' })
    // 10:00 in China: the next day is in 14 hours
    expect(refused.headers['retry-after']).toBe(String(14 * 3600))
    expect(await sendCodes(shops.slice(20), '203.0.113.2')).toEqual([200])
    env.advance(DAY_MS)
    expect(await sendCodes(shops.slice(20))).toEqual([200])
    await env.deps.db.query.updateTable('address_day').set({ codes: 79 }).execute()
    env.advance(3_600_000)
    expect(await sendCodes(shops.slice(0, 1), '2001:db8:1:a200::1')).toEqual([200])
    const rows = await env.deps.db.query
      .selectFrom('address_day')
      .select('codes')
      .where('codes', '=', 1)
      .execute()
    expect(rows).toHaveLength(3)
  })
})
