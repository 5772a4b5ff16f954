import { setTimeout as sleep } from 'node:timers/promises'
import { ApiClient } from '../support/api-client'
import { type ServerProcess, startServer } from '../support/server-process'
import {
  type AcknowledgedOrder,
  cancelOrderWithRetries,
  openShop,
  placeOrderWithRetries,
  type Shop,
  sendOrderWithoutWaiting,
  signInMany,
} from './support/buyers'
import { DURABLE, type DurableEngine } from './support/durable-engines'
import { incidentLogLines } from './support/health'
import { expectConsistentOrders, expectIdleJobs } from './support/order-consistency'

const LONG = process.env.KZ_LONG === '1'
const ORDERS = LONG ? 2000 : 200
const KILLS = LONG ? 10 : 2
const BUYERS = 16
const STOCKS = [9000, 5000, 5000, 5000]

// PostgreSQL keeps what is committed by itself, so the short run kills the server on SQLite
describe.each(LONG ? DURABLE : DURABLE.slice(0, 1))('kill -9 of the server on %s', (name, openEngine) => {
  let engine: DurableEngine
  let server: ServerProcess

  beforeEach(async () => {
    engine = await openEngine()
    server = await startServer({ RATE_LIMIT: 'off', LOG_LEVEL: 'error', ...engine.store.env })
  })
  afterEach(async () => {
    await server?.dispose()
    await engine?.dispose()
  })

  /** Places orders as all buyers; some cancel, and some orders are sent without waiting for the answer. */
  async function buyUntilDone(buyers: ApiClient[], shop: Shop, acknowledged: AcknowledgedOrder[]) {
    let next = 0
    const buyContinuously = async (buyer: ApiClient) => {
      while (next < ORDERS) {
        const turn = next++
        if (turn % 25 === 24) await sendOrderWithoutWaiting(buyer, shop, turn)
        const order = await placeOrderWithRetries(buyer, shop, turn)
        acknowledged.push(turn % 10 === 9 ? await cancelOrderWithRetries(buyer, shop, order) : order)
      }
    }
    await Promise.all(buyers.map(buyContinuously))
  }

  /**
   * Kills and restarts the server at random moments spread over the orders; the database crashes along in turn. Returns
   * the descriptions of the crashes.
   */
  async function killRepeatedly(acknowledged: AcknowledgedOrder[], over: () => boolean) {
    const crashes: string[] = []
    let kills = 0
    while (kills < KILLS && !over()) {
      const at = ((kills + Math.random()) * ORDERS) / (KILLS + 1)
      while (acknowledged.length < at && !over()) await sleep(1)
      await sleep(Math.random() * 10)
      const crash = engine.crashes[kills % engine.crashes.length]
      kills++
      await crash?.kill()
      await server.stop('SIGKILL')
      await crash?.recover?.()
      crashes.push(crash ? `server and ${crash.what}` : 'server')
      await server.restart()
    }
    return crashes
  }

  test(`${KILLS} times during ${ORDERS} orders loses no acknowledged order and keeps the stock correct`, async () => {
    const owner = await ApiClient.signIn(server.origin)
    const buyers = await signInMany(server.origin, BUYERS)
    const shop = await openShop(owner, STOCKS)
    const acknowledged: AcknowledgedOrder[] = []
    let over = false
    const bought = buyUntilDone(buyers, shop, acknowledged).finally(() => {
      over = true
    })
    const [crashes] = await Promise.all([killRepeatedly(acknowledged, () => over), bought])
    expect(crashes).toHaveLength(KILLS)
    expect(acknowledged).toHaveLength(ORDERS)
    const { store } = engine
    const orders = await expectConsistentOrders(store, shop, STOCKS, acknowledged)
    await expectIdleJobs(store)
    expectOnlyOutageErrors(server.output())
    const cancelled = acknowledged.filter((order) => order.cancelled).length
    process.stdout.write(
      `kill -9 on ${name}: ${crashes.length} kills (${crashes.join(', ')}), ${acknowledged.length} orders acknowledged ` +
        `(${cancelled} of them cancelled), each found once; ${orders.length - acknowledged.length} more sent without waiting\n`,
    )
  })
})

/** Checks that every logged error reports the database outage. */
function expectOnlyOutageErrors(output: string) {
  const errors = output.split('\n').filter((line) => /"level":(50|60)/.test(line))
  expect(errors).toHaveLength(incidentLogLines(output).length)
}
