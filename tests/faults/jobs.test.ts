import { setTimeout as sleep } from 'node:timers/promises'
import { ApiClient } from '../support/api-client'
import { type ServerProcess, startServer } from '../support/server-process'
import { type AcknowledgedOrder, openShop, placeOrderWithRetries, type Shop } from './support/buyers'
import type { DataStore } from './support/data-store'
import { enginesOf } from './support/engines'
import { expectConsistentOrders } from './support/order-consistency'

const LONG = process.env.KZ_LONG === '1'
const UNPAID = LONG ? 420 : 60
const KILLS = LONG ? 2 : 1
const STOCKS = [5000, 5000]
const A_MINUTE = 60_000
const AN_HOUR = 60 * A_MINUTE
/** Number of jobs that are due before the first kill, and that become due after each. */
const PORTION = UNPAID / (KILLS + 1)

describe.each(enginesOf('PostgreSQL'))('job queue of two servers on one %s', (_, openStore) => {
  let store: DataStore
  let servers: ServerProcess[] = []
  let owner: ApiClient
  let shop: Shop

  const start = () => startServer({ RATE_LIMIT: 'off', ...store.env })

  beforeEach(async () => {
    store = await openStore()
    servers = [await start(), await start()]
    owner = await ApiClient.signIn(servers[0]?.origin ?? '')
    shop = await openShop(owner, STOCKS)
  })
  afterEach(async () => {
    for (const server of servers) await server.stop('SIGKILL')
    await store?.dispose()
  })

  /** Places orders and turns them into unpaid online orders with a job, which is due for the first `due` of them. */
  async function createUnpaidOrders(count: number, due = count): Promise<AcknowledgedOrder[]> {
    const orders: AcknowledgedOrder[] = []
    for (let turn = 0; turn < count; turn++) orders.push(await placeOrderWithRetries(owner, shop, turn))
    await store.query(
      `update shop_order set payment_method = 'wechat', payment_state = 'pending' where shop_id = '${shop.shopId}'`,
    )
    await store.query(
      'insert into job (id, kind, payload, run_at, attempts, lease_until, dead, last_error) ' +
        `select 'close-unpaid:' || shop_id || ':' || id, 'close-unpaid', ` +
        `'{"shopId":"' || shop_id || '","orderId":"' || id || '"}', ` +
        `created_at + case when number <= ${due} then ${-A_MINUTE} else ${AN_HOUR} end, 0, 0, 0, null ` +
        `from shop_order where shop_id = '${shop.shopId}'`,
    )
    return orders.map((order) => ({ ...order, cancelled: true }))
  }

  /** Makes the jobs of the first orders due. */
  const makeDue = (due: number) =>
    store.query(
      `update job set run_at = ${Date.now() - A_MINUTE} where kind = 'close-unpaid' and run_at > ${Date.now()} ` +
        `and id in (select 'close-unpaid:' || shop_id || ':' || id from shop_order where number <= ${due})`,
    )

  const countOpenJobs = async () =>
    Number((await store.query(`select count(*) as count from job where kind = 'close-unpaid'`))[0]?.count)

  async function waitForOpenJobs(most: number) {
    while ((await countOpenJobs()) > most) await sleep(10)
  }

  /** Ends all leases, as a minute without renewal does. */
  const endLeases = () => store.query('update job set lease_until = 0')

  /** Waits until each of the three failing jobs was tried once more and its lease has ended; returns their rows. */
  async function waitForFailedJobs() {
    for (;;) {
      const failedJobs = await store.query(
        `select id, attempts, dead, run_at, lease_until from job where kind = 'close-unpaid' order by id`,
      )
      const tries = failedJobs.reduce((sum, { attempts }) => sum + Number(attempts), 0)
      if (tries >= 18 && failedJobs.every(({ lease_until }) => Number(lease_until) === 0)) return failedJobs
      await sleep(20)
    }
  }

  test(`runs ${UNPAID} jobs exactly once each although their workers are killed`, async () => {
    const acknowledged = await createUnpaidOrders(UNPAID, PORTION)
    for (let kill = 1; kill <= KILLS; kill++) {
      // the kill comes with the first job of a portion, since one worker finishes the rest in a burst
      await waitForOpenJobs(UNPAID - (kill - 1) * PORTION - 1)
      await Promise.all(servers.map((server) => server.stop('SIGKILL')))
      expect(await countOpenJobs()).toBeGreaterThanOrEqual(UNPAID - kill * PORTION)
      await makeDue((kill + 1) * PORTION)
      // the long run waits for the leases to end
      if (!LONG) await endLeases()
      await Promise.all(servers.map((server) => server.restart()))
    }
    await waitForOpenJobs(0)
    await expectConsistentOrders(store, shop, STOCKS, acknowledged)
  })

  test('retries a failing job later, then marks it dead, and runs all other jobs meanwhile', async () => {
    const due = Date.now()
    const addFailingJob = (id: string, attempts: number, payload: string) =>
      store.query(
        'insert into job (id, kind, payload, run_at, attempts, lease_until, dead, last_error) ' +
          `values ('${id}', 'close-unpaid', '${payload}', ${due}, ${attempts}, 0, 0, null)`,
      )
    await addFailingJob('poison-new', 0, 'no json')
    await addFailingJob('poison-old', 7, 'no json')
    // a job whose worker died on each attempt
    await addFailingJob('poison-deadly', 8, '{"shopId":"x","orderId":"y"}')
    const acknowledged = await createUnpaidOrders(5)
    await waitForOpenJobs(3)
    const failedJobs = await waitForFailedJobs()
    expect(failedJobs.map(({ id, attempts, dead }) => [id, Number(attempts), Number(dead)])).toEqual([
      ['poison-deadly', 9, 1],
      ['poison-new', 1, 0],
      ['poison-old', 8, 1],
    ])
    expect(Number(failedJobs[1]?.run_at)).toBeGreaterThan(due)
    const failures = () => servers.flatMap((server) => server.output().match(/job failed/g) ?? []).length
    // the output arrives through a pipe
    while (failures() < 3) await sleep(20)
    expect(failures()).toBe(3)
    await expectConsistentOrders(store, shop, STOCKS, acknowledged)
  })
})
