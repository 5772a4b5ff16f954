import { LEASE_MS } from '../../../../server/jobs/jobs'
import { createWorker, type JobKind } from '../../../../server/jobs/worker'
import { call, signIn } from '../../support/api-client'
import { grantWechatPay, UNUSED_WECHAT_PAY } from '../../support/payments'
import {
  createTestEnvironment,
  type EnvironmentOptions,
  newId,
  type TestEnvironment,
} from '../../support/test-environment'
import { openShop, orderFor, placeTestOrder } from '../../support/test-shop'
import { wechatByCode } from '../../support/wechat'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const YEAR = 365 * DAY
const JUMPS: [string, number][] = [
  ['a day forward', DAY],
  ['a year forward', YEAR],
  ['an hour back', -HOUR],
  ['a year back', -YEAR],
]

let env: TestEnvironment
const open = async (changes?: EnvironmentOptions) => {
  env = await createTestEnvironment(changes)
  return env
}
afterEach(() => env.app.close())

const jobs = () => env.deps.db.query.selectFrom('job').selectAll().orderBy('id').execute()
const addJob = (id: string, runAt: number, more = {}) =>
  env.deps.db.query
    .insertInto('job')
    .values({
      id,
      kind: 'greet',
      payload: '{}',
      run_at: runAt,
      attempts: 0,
      lease_until: 0,
      dead: 0,
      last_error: null,
      ...more,
    })
    .execute()

describe.each(JUMPS)('a server clock moved %s', (_, jump) => {
  test('keeps order numbers consecutive and sessions valid', async () => {
    await open()
    const shop = await openShop(env)
    const buyer = await signIn(env.app)
    const before = await placeTestOrder(shop, buyer)
    const route = `PUT /api/shops/${shop.shopId}/orders/${before.id}`
    env.shiftClock(jump)
    const after = await placeTestOrder(shop, buyer)
    expect([before.number, after.number]).toEqual([1, 2])
    // a repeated request answers the same order
    expect((await buyer.call(route, orderFor(shop))).json()).toEqual(before)
    const mine = (await buyer.call('GET /api/me/orders')).json().items
    expect(mine).toHaveLength(2)
    expect((await shop.owner.call(`GET /api/shops/${shop.shopId}/orders`)).json().items).toHaveLength(2)
  })

  test('lets a rate-limited caller go on after a minute, and not before', async () => {
    await open({ settings: { rateLimits: true } })
    const shop = await openShop(env, { stock: 100 })
    const buyer = await signIn(env.app)
    const order = () => buyer.call(`PUT /api/shops/${shop.shopId}/orders/${newId()}`, orderFor(shop))
    let refused = await order()
    while (refused.statusCode !== 429) refused = await order()
    env.shiftClock(jump)
    refused = await order()
    expect(refused.statusCode).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60)
    env.advance(60_000)
    // only the limit of waiting orders per shop applies now
    expect((await order()).json().code).toBe('too-many-waiting')
  })

  test('issues a valid token to a device that already has many', async () => {
    // WeChat clients have no cookie, so each sign-in issues a token
    await open({ wechat: wechatByCode() })
    const again = async () =>
      (await call(env.app, 'POST /api/sessions', { provider: 'wechat', code: 'code' })).json().token
    for (let i = 0; i < 12; i++) await again()
    env.shiftClock(jump)
    const headers = { authorization: `Bearer ${await again()}` }
    expect((await call(env.app, 'GET /api/me/orders', undefined, headers)).statusCode).toBe(200)
  })

  test('keeps a running job from a second worker and takes over a job whose worker died after its lease', async () => {
    await open()
    let running = 0
    let most = 0
    let finish = () => undefined as undefined
    const kinds: Record<string, JobKind> = {
      greet: {
        maxDelay: HOUR,
        run: async () => {
          most = Math.max(most, ++running)
          await new Promise<void>((resolve) => {
            finish = () => void resolve() as undefined
          })
          running--
          return undefined
        },
      },
    }
    const [holder, other] = [createWorker(env.deps, kinds, fail), createWorker(env.deps, kinds, fail)]
    await addJob('greet', env.deps.clock())
    const firstRun = holder.runDue()
    while (running === 0) await new Promise(setImmediate)
    expect(await other.runDue()).toBe(0)
    env.shiftClock(jump)
    for (let i = 0; i < 3; i++) expect(await other.runDue()).toBe(0)
    finish()
    expect(await firstRun).toBe(1)
    expect([most, await jobs()]).toEqual([1, []])

    const before = env.deps.clock() - jump
    await addJob('greet', before, { attempts: 1, lease_until: before + LEASE_MS })
    // a job put off too far is checked again after ten seconds
    for (const ms of [0, 10_000, LEASE_MS - 10_001]) {
      env.advance(ms)
      expect(await other.runDue()).toBe(0)
    }
    env.advance(10_001)
    const taken = other.runDue()
    while (running === 0) await new Promise(setImmediate)
    finish()
    expect(await taken).toBe(1)
  })
})

const fail = (_: unknown, error: unknown) => {
  throw error
}

test.each(JUMPS.filter(([, jump]) => jump < 0))(
  'a clock moved %s does not delay waiting jobs beyond their planned wait',
  async (_, jump) => {
    await open()
    const done: string[] = []
    const kinds: Record<string, JobKind> = {
      greet: {
        maxDelay: HOUR / 2,
        run: async ({ id }) => {
          done.push(id)
          return undefined
        },
      },
    }
    const worker = createWorker(env.deps, kinds, fail)
    const now = env.deps.clock()
    await addJob('first try', now + HOUR / 2)
    await addJob('fourth try', now + 80_000, { attempts: 4 })
    env.shiftClock(jump)
    await worker.runDue()
    env.advance(80_000)
    await worker.runDue()
    expect(done).toEqual(['fourth try'])
    env.advance(HOUR / 2 - 80_000)
    await worker.runDue()
    expect(done).toEqual(['fourth try', 'first try'])
  },
)

test('a clock corrected from a year ahead leaves no recurring job scheduled for the next year', async () => {
  await open()
  env.shiftClock(YEAR)
  await env.app.worker.start(DAY)
  await env.app.worker.runDue()
  env.shiftClock(-YEAR)
  await env.app.worker.runDue()
  for (const job of await jobs()) expect(job.run_at).toBeLessThanOrEqual(env.deps.clock() + 30 * DAY)
  env.advance(7 * DAY)
  // all recurring jobs but the account sweep and the removal of practice shops are due
  expect(await env.app.worker.runDue()).toBe(20)
})

describe('a server clock moved two years forward and back', () => {
  test('does not sweep sessions, photos or unpaid orders', async () => {
    await open({ payments: UNUSED_WECHAT_PAY })
    await env.app.worker.start(DAY)
    await env.app.worker.runDue()
    const shop = await openShop(env)
    await grantWechatPay(env, shop.shopId)
    const buyer = await signIn(env.app)
    const order = await placeTestOrder(shop, buyer, { payment: { method: 'wechat' } })
    const db = env.deps.db.query
    const photo = {
      id: newId(),
      account_id: buyer.accountId,
      hash: 'a1b2',
      unused_since: env.deps.clock(),
    }
    await db.insertInto('photo').values(photo).execute()
    const sessions = await db.selectFrom('session').selectAll().execute()
    env.shiftClock(2 * YEAR)
    await env.app.worker.runDue()
    env.shiftClock(-2 * YEAR)
    await env.app.worker.runDue()
    expect(await db.selectFrom('session').selectAll().execute()).toHaveLength(sessions.length)
    expect(await db.selectFrom('photo').select('id').execute()).toHaveLength(1)
    const view = `GET /api/shops/${shop.shopId}/orders/${order.id}`
    expect((await buyer.call(view)).json().order.state).toBe('placed')
    await env.runAfter(HOUR / 3)
    expect((await buyer.call(view)).json().order.state).toBe('cancelled')
  })
})
