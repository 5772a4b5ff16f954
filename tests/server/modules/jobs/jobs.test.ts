import { addJob, MAX_ATTEMPTS } from '../../../../server/jobs/jobs'
import { createWorker, type JobKind, type Worker } from '../../../../server/jobs/worker'
import { waitUntil } from '../../../support/wait-until'
import { signIn } from '../../support/api-client'
import { grantWechatPay, UNUSED_WECHAT_PAY } from '../../support/payments'
import { movableOrders } from '../../support/stories/movable-orders'
import { createTestEnvironment, type TestEnvironment } from '../../support/test-environment'
import { openShop, placeTestOrder, stockOf } from '../../support/test-shop'

let env: TestEnvironment
afterEach(() => env.app.close())

async function setUp(kinds: Record<string, JobKind>): Promise<{ worker: Worker; errors: unknown[] }> {
  env = await createTestEnvironment()
  const errors: unknown[] = []
  return { worker: createWorker(env.deps, kinds, (_, error) => errors.push(error)), errors }
}

const WAITS = 3_600_000

const add = (kind: string, id = kind, runAt = env.deps.clock()) =>
  env.deps.db.withTx((tx) => addJob(tx, { id, kind, payload: { id }, runAt }))

const jobs = () => env.deps.db.query.selectFrom('job').selectAll().execute()

test('a due job runs once with two workers, and a repeated id adds no second job', async () => {
  const done: string[] = []
  const kinds: Record<string, JobKind> = {
    greet: {
      maxDelay: WAITS,
      run: async (job) => {
        done.push(job.payload)
        return undefined
      },
    },
  }
  const { worker } = await setUp(kinds)
  const other = createWorker(env.deps, kinds, () => undefined)
  for (const id of ['a', 'b', 'c', 'a']) await add('greet', id)
  await add('greet', 'later', env.deps.clock() + 1000)
  const counts = await Promise.all([worker.runDue(), other.runDue()])
  expect(counts[0] + counts[1]).toBe(3)
  expect(done.sort()).toEqual(['{"id":"a"}', '{"id":"b"}', '{"id":"c"}'])
  expect(await jobs()).toHaveLength(1)
  env.advance(1000)
  expect(await worker.runDue()).toBe(1)
})

test('a failing job is retried with growing delays and then marked dead', async () => {
  let tries = 0
  const { worker, errors } = await setUp({
    fail: {
      maxDelay: WAITS,
      run: async () => {
        tries++
        throw new Error('no luck')
      },
    },
  })
  await add('fail')
  await worker.runDue()
  expect(await worker.runDue()).toBe(0)
  env.advance(10_000)
  expect(await worker.runDue()).toBe(1)
  env.advance(10_000)
  expect(await worker.runDue()).toBe(0)
  for (let i = 0; i < 20; i++) {
    env.advance(3_600_000)
    await worker.runDue()
  }
  expect(tries).toBe(MAX_ATTEMPTS)
  expect(errors).toHaveLength(MAX_ATTEMPTS)
  expect((await jobs())[0]).toMatchObject({ dead: 1, last_error: 'no luck' })
})

test('a job of a dead worker is taken over when its lease ends', async () => {
  const { worker } = await setUp({ greet: { maxDelay: WAITS, run: async () => undefined } })
  await add('greet')
  await env.deps.db.query
    .updateTable('job')
    .set({ lease_until: env.deps.clock() + 60_000, attempts: 1 })
    .execute()
  expect(await worker.runDue()).toBe(0)
  env.advance(59_999)
  expect(await worker.runDue()).toBe(0)
  env.advance(1)
  expect(await worker.runDue()).toBe(1)
  expect(await jobs()).toHaveLength(0)
})

test('a recurring job is created at the start, runs again, and is revived by a restart', async () => {
  let broken = true
  const { worker } = await setUp({
    sweep: {
      isRecurring: true,
      maxDelay: WAITS,
      run: async () => {
        if (broken) throw new Error('broken')
        return env.deps.clock() + 5000
      },
    },
  })
  await worker.start(3_600_000)
  for (let i = 0; i < MAX_ATTEMPTS; i++) {
    await worker.runDue()
    env.advance(3_600_000)
  }
  expect((await jobs())[0]?.dead).toBe(1)
  broken = false
  await worker.start(3_600_000)
  expect(await worker.runDue()).toBe(1)
  expect(await worker.runDue()).toBe(0)
  env.advance(5000)
  expect(await worker.runDue()).toBe(1)
  await worker.stop()
})

test('a job of an unknown kind is reported as an error', async () => {
  const { worker, errors } = await setUp({})
  await add('nobody-knows')
  expect(await worker.runDue()).toBe(1)
  expect(errors).toHaveLength(1)
})

test('a started worker runs due jobs by itself', async () => {
  const done: string[] = []
  const { worker } = await setUp({
    greet: {
      maxDelay: WAITS,
      run: async (job) => {
        done.push(job.id)
        return undefined
      },
    },
  })
  await add('greet')
  await worker.start(5)
  await waitUntil(() => done.length > 0, 'the job ran')
  await worker.stop()
  expect(done).toEqual(['greet'])
})

describe('an order with an online payment', () => {
  const QUARTER_HOUR = 15 * 60_000
  const setUpShop = async () => {
    env = await createTestEnvironment({ payments: UNUSED_WECHAT_PAY })
    const shop = await openShop(env)
    await grantWechatPay(env, shop.shopId)
    const order = await placeTestOrder(shop, await signIn(env.app), { payment: { method: 'wechat' } }, 4)
    return { shop, order, view: `GET /api/shops/${shop.shopId}/orders/${order.id}` }
  }

  test('is cancelled after a quarter of an hour without payment, and its stock returns', async () => {
    const { shop, order, view } = await setUpShop()
    expect(order.payment).toEqual({ method: 'wechat', state: 'pending' })
    const storefront = `GET /api/storefronts/${shop.slug}`
    expect((await shop.owner.call(storefront)).json().products[0].skus[0].stock).toBe(6)
    env.advance(QUARTER_HOUR - 1)
    expect(await env.app.worker.runDue()).toBe(0)
    env.advance(1)
    expect(await env.app.worker.runDue()).toBe(1)
    const closed = (await shop.owner.call(view)).json().order
    expect(closed).toMatchObject({ state: 'cancelled', payment: { state: 'void' } })
    expect(closed.history).toEqual([{ action: 'cancel', by: 'system', at: env.deps.clock() }])
    expect((await shop.owner.call(storefront)).json().products[0].skus[0].stock).toBe(10)
  })

  test('is not cancelled once it is paid', async () => {
    const { shop, view } = await setUpShop()
    await movableOrders(env.deps.db.query).updateTable('shop_order').set({ payment_state: 'paid' }).execute()
    env.advance(QUARTER_HOUR)
    expect(await env.app.worker.runDue()).toBe(1)
    expect((await shop.owner.call(view)).json().order).toMatchObject({ state: 'placed', history: [] })
    expect(await stockOf(env, shop)).toBe(6)
  })
})

test('the session sweep deletes expired sessions', async () => {
  env = await createTestEnvironment()
  await signIn(env.app)
  env.advance(400 * 86_400_000)
  await signIn(env.app)
  await env.app.worker.start(3_600_000)
  await env.app.worker.runDue()
  expect(await env.deps.db.query.selectFrom('session').selectAll().execute()).toHaveLength(1)
})
