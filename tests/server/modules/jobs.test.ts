import { addJob, MOST_ATTEMPTS } from '../../../server/jobs/jobs'
import { type JobKind, type Worker, workerOf } from '../../../server/jobs/worker'
import { signIn } from '../support/person'
import { openShop, placed, stockOf } from '../support/shop'
import { makeWorld, type World } from '../support/world'

let world: World
afterEach(() => world.app.close())

async function setUp(kinds: Record<string, JobKind>): Promise<{ worker: Worker; faults: unknown[] }> {
  world = await makeWorld()
  const faults: unknown[] = []
  return { worker: workerOf(world.deps, kinds, (_, error) => faults.push(error)), faults }
}

const WAITS = 3_600_000

const add = (kind: string, id = kind, runAt = world.deps.clock()) =>
  world.deps.db.withTx((tx) => addJob(tx, { id, kind, payload: { id }, runAt }))

const jobs = () => world.deps.db.query.selectFrom('job').selectAll().execute()

test('a job that is due is done once, even by two workers at once, and the same id is the same job', async () => {
  const done: string[] = []
  const kinds: Record<string, JobKind> = {
    greet: {
      waits: WAITS,
      run: async (job) => {
        done.push(job.payload)
        return undefined
      },
    },
  }
  const { worker } = await setUp(kinds)
  const other = workerOf(world.deps, kinds, () => undefined)
  for (const id of ['a', 'b', 'c', 'a']) await add('greet', id)
  await add('greet', 'later', world.deps.clock() + 1000)
  const counts = await Promise.all([worker.runDue(), other.runDue()])
  expect(counts[0] + counts[1]).toBe(3)
  expect(done.sort()).toEqual(['{"id":"a"}', '{"id":"b"}', '{"id":"c"}'])
  expect(await jobs()).toHaveLength(1)
  world.pass(1000)
  expect(await worker.runDue()).toBe(1)
})

test('a job that fails is tried again later and later, then set aside', async () => {
  let tries = 0
  const { worker, faults } = await setUp({
    fail: {
      waits: WAITS,
      run: async () => {
        tries++
        throw new Error('no luck')
      },
    },
  })
  await add('fail')
  await worker.runDue()
  expect(await worker.runDue()).toBe(0)
  world.pass(10_000)
  expect(await worker.runDue()).toBe(1)
  world.pass(10_000)
  expect(await worker.runDue()).toBe(0)
  for (let i = 0; i < 20; i++) {
    world.pass(3_600_000)
    await worker.runDue()
  }
  expect(tries).toBe(MOST_ATTEMPTS)
  expect(faults).toHaveLength(MOST_ATTEMPTS)
  expect((await jobs())[0]).toMatchObject({ dead: 1, last_error: 'no luck' })
})

test('a job whose worker died is taken over when its lease is over', async () => {
  const { worker } = await setUp({ greet: { waits: WAITS, run: async () => undefined } })
  await add('greet')
  await world.deps.db.query
    .updateTable('job')
    .set({ lease_until: world.deps.clock() + 60_000, attempts: 1 })
    .execute()
  expect(await worker.runDue()).toBe(0)
  world.pass(59_999)
  expect(await worker.runDue()).toBe(0)
  world.pass(1)
  expect(await worker.runDue()).toBe(1)
  expect(await jobs()).toHaveLength(0)
})

test('recurring work is there from the start, comes again, and gets another chance after a restart', async () => {
  let broken = true
  const { worker } = await setUp({
    sweep: {
      recurs: true,
      waits: WAITS,
      run: async () => {
        if (broken) throw new Error('broken')
        return world.deps.clock() + 5000
      },
    },
  })
  await worker.start(3_600_000)
  for (let i = 0; i < MOST_ATTEMPTS; i++) {
    await worker.runDue()
    world.pass(3_600_000)
  }
  expect((await jobs())[0]?.dead).toBe(1)
  broken = false
  await worker.start(3_600_000)
  expect(await worker.runDue()).toBe(1)
  expect(await worker.runDue()).toBe(0)
  world.pass(5000)
  expect(await worker.runDue()).toBe(1)
  await worker.stop()
})

test('an unknown kind is a failure, not a crash', async () => {
  const { worker, faults } = await setUp({})
  await add('nobody-knows')
  expect(await worker.runDue()).toBe(1)
  expect(faults).toHaveLength(1)
})

test('a worker that is started does its work by itself', async () => {
  const done: string[] = []
  const { worker } = await setUp({
    greet: {
      waits: WAITS,
      run: async (job) => {
        done.push(job.id)
        return undefined
      },
    },
  })
  await add('greet')
  await worker.start(5)
  for (let i = 0; i < 200 && done.length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 5))
  await worker.stop()
  expect(done).toEqual(['greet'])
})

describe('an order paid in advance', () => {
  const HALF_HOUR = 30 * 60_000
  const setUpShop = async () => {
    world = await makeWorld({ online: ['wechat'] })
    const request = { payments: ['wechat', 'on-delivery', 'on-pickup'] as const }
    const shop = await openShop(world, { request: { ...request, payments: [...request.payments] } })
    const order = await placed(shop, await signIn(world.app), { payment: { method: 'wechat' } }, 4)
    return { shop, order, view: `GET /api/shops/${shop.shopId}/orders/${order.id}` }
  }

  test('is closed when nobody paid it within half an hour, and its goods are back on the storefront', async () => {
    const { shop, order, view } = await setUpShop()
    expect(order.payment).toEqual({ method: 'wechat', state: 'pending' })
    const storefront = `GET /api/storefronts/${shop.slug}`
    expect((await shop.owner.call(storefront)).json().products[0].skus[0].stock).toBe(6)
    world.pass(HALF_HOUR - 1)
    expect(await world.app.worker.runDue()).toBe(0)
    world.pass(1)
    expect(await world.app.worker.runDue()).toBe(1)
    const closed = (await shop.owner.call(view)).json().order
    expect(closed).toMatchObject({ state: 'cancelled', payment: { state: 'void' } })
    expect(closed.history).toEqual([{ action: 'cancel', by: 'system', at: world.deps.clock() }])
    expect((await shop.owner.call(storefront)).json().products[0].skus[0].stock).toBe(10)
  })

  test('is left alone when it was paid or cancelled meanwhile', async () => {
    const { shop, view } = await setUpShop()
    await world.deps.db.query.updateTable('shop_order').set({ payment_state: 'paid' }).execute()
    world.pass(HALF_HOUR)
    expect(await world.app.worker.runDue()).toBe(1)
    expect((await shop.owner.call(view)).json().order).toMatchObject({ state: 'placed', history: [] })
    expect(await stockOf(world, shop)).toBe(6)
  })
})

test('expired sessions are swept', async () => {
  world = await makeWorld()
  await signIn(world.app)
  world.pass(400 * 86_400_000)
  await signIn(world.app)
  await world.app.worker.start(3_600_000)
  await world.app.worker.runDue()
  expect(await world.deps.db.query.selectFrom('session').selectAll().execute()).toHaveLength(1)
})
