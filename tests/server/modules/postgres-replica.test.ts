import { connect } from '../../../server/db/connect'
import type { Replica } from '../../../server/db/replica'
import { ask } from '../../support/postgres/ask'
import { startReplica } from '../../support/postgres/replica'
import { startPostgres, type TestPostgres } from '../../support/postgres/start'
import { call, signIn } from '../support/person'
import { type OpenedShop, openShop, orderFor, placed } from '../support/shop'
import { makeWorld, newId, type World } from '../support/world'

let primary: TestPostgres
let replica: TestPostgres
let world: World
/** How many reads the replica answered. */
let answered = 0
const told: string[] = []

const counting = (copy: Replica): Replica => ({
  ...copy,
  read: async (work) => {
    const result = await copy.read(work)
    if (result !== undefined) answered++
    return result
  },
})

beforeAll(async () => {
  primary = await startPostgres()
  replica = await startReplica(primary)
  const db = await connect(primary.address('postgres'), {
    replica: replica.address('postgres'),
    tell: (words) => told.push(words),
  })
  if (!db.replica) throw new Error('it has no replica')
  world = await makeWorld({ db: { ...db, replica: counting(db.replica) } })
})
afterAll(async () => {
  await world?.app.close()
  await replica?.stop()
  await primary?.stop()
})

const seen = ({ slug }: OpenedShop) => call(world.app, `GET /api/storefronts/${slug}`)
const stockSeen = async (shop: OpenedShop) => (await seen(shop)).json().products[0].skus[0].stock

/** Waits until the replica has all that was written so far. */
async function caughtUp() {
  const [row] = await ask(primary.address('postgres'), 'select pg_current_wal_insert_lsn()::text as at')
  const behind = `select pg_last_wal_replay_lsn() >= '${row?.at}'::pg_lsn as there`
  for (let i = 0; i < 200; i++) {
    if ((await ask(replica.address('postgres'), behind))[0]?.there) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('the replica does not follow')
}

test('storefronts are read from the replica, and one that is behind is passed over', async () => {
  const shop = await openShop(world, { stock: 10 })
  const buyer = await signIn(world.app)
  await caughtUp()
  expect(await stockSeen(shop)).toBe(10)
  expect(answered).toBe(1)
  await placed(shop, buyer)
  await caughtUp()
  expect(await stockSeen(shop)).toBe(9)
  expect(answered).toBe(2)
  await ask(replica.address('postgres'), 'select pg_wal_replay_pause()')
  for (let stock = 8; stock > 5; stock--) {
    await placed(shop, buyer)
    expect(await stockSeen(shop)).toBe(stock)
  }
  const fresh = await openShop(world)
  expect((await seen(fresh)).statusCode).toBe(200)
  expect(answered).toBe(2)
  await ask(replica.address('postgres'), 'select pg_wal_replay_resume()')
  expect(told).toEqual([])
})

test('a replica that is away costs nobody anything but its help, and helps again when it is back', async () => {
  const shop = await openShop(world, { stock: 10 })
  const buyer = await signIn(world.app)
  await replica.stop()
  expect(await stockSeen(shop)).toBe(10)
  await placed(shop, buyer)
  expect(await stockSeen(shop)).toBe(9)
  expect(told.join()).toMatch(/replica at 127\.0\.0\.1:\d+ does not answer/)
  expect(told).toHaveLength(1)
})

test('while the database itself is away, shops are shown from the replica and as they were last seen', async () => {
  await world.app.close()
  replica = await startReplica(primary)
  const db = await connect(primary.address('postgres'), { replica: replica.address('postgres') })
  world = await makeWorld({ db })
  const [kept, unseen] = [await openShop(world, { stock: 7 }), await openShop(world, { stock: 8 })]
  const buyer = await signIn(world.app)
  expect(await stockSeen(kept)).toBe(7)
  await caughtUp()
  await primary.stop()
  expect(await stockSeen(kept)).toBe(7)
  expect(await stockSeen(unseen)).toBe(8)
  const order = await buyer.call(`PUT /api/shops/${kept.shopId}/orders/${newId()}`, orderFor(kept))
  expect(order.json()).toMatchObject({ status: 503, code: 'unavailable' })
  expect(order.headers['retry-after']).toBeDefined()
})
