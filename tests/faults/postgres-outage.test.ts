import { setTimeout as sleep } from 'node:timers/promises'
import { type ApiClient, newId } from '../support/api-client'
import { startPostgres, type TestPostgres } from '../support/postgres/start-postgres'
import { type ServerProcess, startServer } from '../support/server-process'
import {
  type AcknowledgedOrder,
  openShop,
  orderBody,
  placeOrderWithRetries,
  signInMany,
} from './support/buyers'
import { createPostgresStore, type DataStore } from './support/data-store'
import { killBackend } from './support/durable-engines'
import { fetchHealth, incidentLogLines, waitForHealth } from './support/health'
import { expectConsistentOrders, expectIdleJobs } from './support/order-consistency'

const LONG = process.env.KZ_LONG === '1'
const ORDERS = LONG ? 2000 : 200
const CRASHES = LONG ? 4 : 1
const BUYERS = 16
const STOCKS = [90_000, 90_000]

let postgres: TestPostgres
let store: DataStore
let server: ServerProcess

beforeAll(async () => {
  postgres = await startPostgres({ durable: true })
})
afterAll(() => postgres?.stop())

beforeEach(async () => {
  const name = `away_${newId().toLowerCase()}`
  await createPostgresStore(postgres.address('postgres')).query(`create database ${name}`)
  store = createPostgresStore(postgres.address(name))
  server = await startServer({ RATE_LIMIT: 'off', ...store.env })
})
afterEach(async () => {
  await server?.dispose()
  await store?.dispose()
})

test('a server answers 503 during a PostgreSQL outage, reports it as unhealthy, and accepts the same orders afterwards', async () => {
  const buyers = await signInMany(server.origin, BUYERS)
  const shop = await openShop(buyers[0] as ApiClient, STOCKS)
  await postgres.halt('SIGINT')
  const ids = buyers.map(() => newId())
  const put = (at: number) =>
    fetch(`${server.origin}/api/shops/${shop.shopId}/orders/${ids[at]}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${buyers[at]?.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(orderBody(shop.skuIds, at)),
      // the timeout of the client; the response comes earlier
      signal: AbortSignal.timeout(15_000),
    })
  for (const reply of await Promise.all(buyers.map((_, at) => put(at)))) {
    expect(reply.status).toBe(503)
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await reply.json()).toMatchObject({ code: 'unavailable' })
  }
  expect(await fetchHealth(server.origin)).toMatchObject({ status: 503, code: 'unavailable' })
  const pid = server.pid
  await postgres.resume()
  await waitForHealth(server.origin, 'ok')
  const placed = await Promise.all(buyers.map((_, at) => put(at)))
  const acknowledged = await Promise.all(
    placed.map(async (reply, at) => {
      const { number } = (await reply.json()) as { number: number }
      return { id: ids[at] ?? '', number, cancelled: false }
    }),
  )
  await expectConsistentOrders(store, shop, STOCKS, acknowledged)
  expect(server.pid).toBe(pid)
  const lines = incidentLogLines(server.output())
  expect(lines.map(({ msg }) => msg)).toEqual([
    'the database or the data folder does not answer or cannot be written',
    'writing works again',
  ])
})

test('a server that starts during a PostgreSQL outage reports it and waits for the database', async () => {
  await server.stop()
  await postgres.halt('SIGINT')
  const started = server.restart()
  while (!server.output().includes('does not answer')) await sleep(20)
  await postgres.resume()
  await started
  await waitForHealth(server.origin, 'ok')
})

test(`a server loses no acknowledged order of ${ORDERS} while PostgreSQL and its backends are killed`, async () => {
  const buyers = await signInMany(server.origin, BUYERS)
  const shop = await openShop(buyers[0] as ApiClient, STOCKS)
  const acknowledged: AcknowledgedOrder[] = []
  let next = 0
  const buyContinuously = async (buyer: ApiClient) => {
    while (next < ORDERS) acknowledged.push(await placeOrderWithRetries(buyer, shop, next++))
  }
  const crashRepeatedly = async () => {
    for (let crash = 1; crash <= CRASHES; crash++) {
      while (acknowledged.length < (ORDERS * crash) / (CRASHES + 1)) await sleep(2)
      await killBackend(store)
      while (acknowledged.length < (ORDERS * (crash + 0.5)) / (CRASHES + 1)) await sleep(2)
      await postgres.halt('SIGKILL')
      await sleep(300)
      await postgres.resume()
    }
  }
  await Promise.all([crashRepeatedly(), ...buyers.map(buyContinuously)])
  expect(acknowledged).toHaveLength(ORDERS)
  await expectConsistentOrders(store, shop, STOCKS, acknowledged)
  await waitForHealth(server.origin, 'ok')
  await expectIdleJobs(store)
  process.stdout.write(
    `PostgreSQL dies under a server that stays: ${CRASHES} backends and ${CRASHES} postmasters killed, ` +
      `${acknowledged.length} orders acknowledged, each found once\n`,
  )
})
