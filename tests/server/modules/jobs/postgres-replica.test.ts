import { connect } from '../../../../server/db/connect'
import type { Replica } from '../../../../server/db/replica'
import { queryOnce } from '../../../support/postgres/query'
import { startReplica } from '../../../support/postgres/replica'
import { startPostgres, type TestPostgres } from '../../../support/postgres/start-postgres'
import { call, signIn } from '../../support/api-client'
import { createTestEnvironment, newId, type TestEnvironment } from '../../support/test-environment'
import { type OpenedShop, openShop, orderFor, placeTestOrder } from '../../support/test-shop'

let primary: TestPostgres
let replica: TestPostgres
let env: TestEnvironment
/** Number of reads that the replica answered. */
let answered = 0
const reports: string[] = []

const countReads = (copy: Replica): Replica => ({
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
    report: (words) => reports.push(words),
  })
  if (!db.replica) throw new Error('it has no replica')
  env = await createTestEnvironment({ db: { ...db, replica: countReads(db.replica) } })
})
afterAll(async () => {
  await env?.app.close()
  await replica?.stop()
  await primary?.stop()
})

const readStorefront = ({ slug }: OpenedShop) => call(env.app, `GET /api/storefronts/${slug}`)
const readStock = async (shop: OpenedShop) => (await readStorefront(shop)).json().products[0].skus[0].stock

/** Waits until the replica has replayed everything written so far. */
async function waitForReplica() {
  const [row] = await queryOnce(primary.address('postgres'), 'select pg_current_wal_insert_lsn()::text as at')
  const behind = `select pg_last_wal_replay_lsn() >= '${row?.at}'::pg_lsn as there`
  for (let i = 0; i < 200; i++) {
    if ((await queryOnce(replica.address('postgres'), behind))[0]?.there) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('the replica does not follow')
}

test('storefronts are read from the replica unless it is behind', async () => {
  const shop = await openShop(env, { stock: 10 })
  const buyer = await signIn(env.app)
  await waitForReplica()
  expect(await readStock(shop)).toBe(10)
  expect(answered).toBe(1)
  await placeTestOrder(shop, buyer)
  await waitForReplica()
  expect(await readStock(shop)).toBe(9)
  expect(answered).toBe(2)
  await queryOnce(replica.address('postgres'), 'select pg_wal_replay_pause()')
  for (let stock = 8; stock > 5; stock--) {
    await placeTestOrder(shop, buyer)
    expect(await readStock(shop)).toBe(stock)
  }
  const fresh = await openShop(env)
  expect((await readStorefront(fresh)).statusCode).toBe(200)
  expect(answered).toBe(2)
  await queryOnce(replica.address('postgres'), 'select pg_wal_replay_resume()')
  expect(reports).toEqual([])
})

test('reads fall back to the primary while the replica is down, with one report', async () => {
  const shop = await openShop(env, { stock: 10 })
  const buyer = await signIn(env.app)
  await replica.stop()
  expect(await readStock(shop)).toBe(10)
  await placeTestOrder(shop, buyer)
  expect(await readStock(shop)).toBe(9)
  expect(reports.join()).toMatch(/replica at 127\.0\.0\.1:\d+ does not answer/)
  expect(reports).toHaveLength(1)
})

test('storefronts are read from the replica and the cache while the primary is down', async () => {
  await env.app.close()
  replica = await startReplica(primary)
  const db = await connect(primary.address('postgres'), { replica: replica.address('postgres') })
  env = await createTestEnvironment({ db })
  const [cachedShop, uncachedShop] = [await openShop(env, { stock: 7 }), await openShop(env, { stock: 8 })]
  const buyer = await signIn(env.app)
  expect(await readStock(cachedShop)).toBe(7)
  await waitForReplica()
  await primary.stop()
  expect(await readStock(cachedShop)).toBe(7)
  expect(await readStock(uncachedShop)).toBe(8)
  const order = await buyer.call(
    `PUT /api/shops/${cachedShop.shopId}/orders/${newId()}`,
    orderFor(cachedShop),
  )
  expect(order.json()).toMatchObject({ status: 503, code: 'unavailable' })
  expect(order.headers['retry-after']).toBeDefined()
})
