import { LEASE_MS } from '../../../server/jobs/jobs'
import { type JobKind, workerOf } from '../../../server/jobs/worker'
import { call, signIn } from '../support/person'
import { openShop, orderFor, placed } from '../support/shop'
import { type Changes, makeWorld, newId, type World } from '../support/world'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const YEAR = 365 * DAY
const JUMPS: [string, number][] = [
  ['a day forward', DAY],
  ['a year forward', YEAR],
  ['an hour back', -HOUR],
  ['a year back', -YEAR],
]

let world: World
const open = async (changes?: Changes) => {
  world = await makeWorld(changes)
  return world
}
afterEach(() => world.app.close())

const jobs = () => world.deps.db.query.selectFrom('job').selectAll().orderBy('id').execute()
const addJob = (id: string, runAt: number, more = {}) =>
  world.deps.db.query
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

describe.each(JUMPS)('the clock is put %s', (_, jump) => {
  test('orders before and after have numbers one after the other, and whoever is signed in stays so', async () => {
    await open()
    const shop = await openShop(world)
    const buyer = await signIn(world.app)
    const before = await placed(shop, buyer)
    const route = `PUT /api/shops/${shop.shopId}/orders/${before.id}`
    world.putClock(jump)
    const after = await placed(shop, buyer)
    expect([before.number, after.number]).toEqual([1, 2])
    // the answer got lost, so it is sent again: it is the same order
    expect((await buyer.call(route, orderFor(shop))).json()).toEqual(before)
    const mine = (await buyer.call('GET /api/me/orders')).json().items
    expect(mine).toHaveLength(2)
    expect((await shop.owner.call(`GET /api/shops/${shop.shopId}/orders`)).json().items).toHaveLength(2)
  })

  test('who was told to slow down may go on after a minute, and not before', async () => {
    await open({ settings: { rateLimits: true } })
    const shop = await openShop(world, { stock: 100 })
    const buyer = await signIn(world.app)
    const order = () => buyer.call(`PUT /api/shops/${shop.shopId}/orders/${newId()}`, orderFor(shop))
    let refused = await order()
    while (refused.statusCode !== 429) refused = await order()
    world.putClock(jump)
    refused = await order()
    expect(refused.statusCode).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60)
    world.pass(60_000)
    // only the shop's own limit of waiting orders is left
    expect((await order()).json().code).toBe('too-many-waiting')
  })

  test('a phone that has many tokens gets a new one that works', async () => {
    // WeChat's phones have no cookie, so each sign-in gives a token
    await open({ wechat: { codeToOpenid: async () => 'openid' } })
    const again = async () =>
      (await call(world.app, 'POST /api/sessions', { provider: 'wechat', code: 'code' })).json().token
    for (let i = 0; i < 12; i++) await again()
    world.putClock(jump)
    const headers = { authorization: `Bearer ${await again()}` }
    expect((await call(world.app, 'GET /api/me/orders', undefined, headers)).statusCode).toBe(200)
  })

  test('a job in hand is run by nobody else, and one whose worker is gone is taken over in time', async () => {
    await open()
    let running = 0
    let most = 0
    let finish = () => undefined as undefined
    const kinds: Record<string, JobKind> = {
      greet: {
        waits: HOUR,
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
    const [holder, other] = [workerOf(world.deps, kinds, fail), workerOf(world.deps, kinds, fail)]
    await addJob('greet', world.deps.clock())
    const held = holder.runDue()
    while (running === 0) await new Promise(setImmediate)
    expect(await other.runDue()).toBe(0)
    world.putClock(jump)
    for (let i = 0; i < 3; i++) expect(await other.runDue()).toBe(0)
    finish()
    expect(await held).toBe(1)
    expect([most, await jobs()]).toEqual([1, []])

    const before = world.deps.clock() - jump
    await addJob('greet', before, { attempts: 1, lease_until: before + LEASE_MS })
    // what was put off too far waits ten seconds before it is looked at
    for (const ms of [0, 10_000, LEASE_MS - 10_001]) {
      world.pass(ms)
      expect(await other.runDue()).toBe(0)
    }
    world.pass(10_001)
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
  'the clock is put %s: what waits does not wait so much longer',
  async (_, jump) => {
    await open()
    const done: string[] = []
    const kinds: Record<string, JobKind> = {
      greet: {
        waits: HOUR / 2,
        run: async ({ id }) => {
          done.push(id)
          return undefined
        },
      },
    }
    const worker = workerOf(world.deps, kinds, fail)
    const now = world.deps.clock()
    await addJob('first try', now + HOUR / 2)
    await addJob('fourth try', now + 80_000, { attempts: 4 })
    world.putClock(jump)
    await worker.runDue()
    world.pass(80_000)
    await worker.runDue()
    expect(done).toEqual(['fourth try'])
    world.pass(HOUR / 2 - 80_000)
    await worker.runDue()
    expect(done).toEqual(['fourth try', 'first try'])
  },
)

test('a clock that was a year ahead and is right again leaves no recurring work in the next year', async () => {
  await open()
  world.putClock(YEAR)
  await world.app.worker.start(DAY)
  await world.app.worker.runDue()
  world.putClock(-YEAR)
  await world.app.worker.runDue()
  for (const job of await jobs()) expect(job.run_at).toBeLessThanOrEqual(world.deps.clock() + 30 * DAY)
  world.pass(7 * DAY)
  // all but the sweep of accounts
  expect(await world.app.worker.runDue()).toBe(4)
})

describe('the clock is put a year forward', () => {
  test('sessions, photos and unpaid orders are not swept for it', async () => {
    await open({ online: ['wechat'] })
    await world.app.worker.start(DAY)
    await world.app.worker.runDue()
    const shop = await openShop(world, { request: { payments: ['wechat', 'on-delivery'] } })
    const buyer = await signIn(world.app)
    const order = await placed(shop, buyer, { payment: { method: 'wechat' } })
    const db = world.deps.db.query
    const photo = {
      id: newId(),
      account_id: buyer.accountId,
      hash: 'a1b2',
      unused_since: world.deps.clock(),
    }
    await db.insertInto('photo').values(photo).execute()
    const sessions = await db.selectFrom('session').selectAll().execute()
    world.putClock(2 * YEAR)
    await world.app.worker.runDue()
    world.putClock(-2 * YEAR)
    await world.app.worker.runDue()
    expect(await db.selectFrom('session').selectAll().execute()).toHaveLength(sessions.length)
    expect(await db.selectFrom('photo').select('id').execute()).toHaveLength(1)
    const view = `GET /api/shops/${shop.shopId}/orders/${order.id}`
    expect((await buyer.call(view)).json().order.state).toBe('placed')
    world.pass(HOUR)
    await world.app.worker.runDue()
    expect((await buyer.call(view)).json().order.state).toBe('cancelled')
  })
})
