import { setTimeout as sleep } from 'node:timers/promises'
import { type ApiPerson, newId } from '../support/api-person'
import { startPostgres, type TestPostgres } from '../support/postgres/start'
import { type ServerProcess, startServer } from '../support/server-process'
import { type Acknowledged, arriveMany, openShop, orderBody, orderUntilTold } from './support/buyers'
import { killBackend } from './support/durable-engines'
import { healthOf, troubleLines, untilHealth } from './support/health'
import { expectBooks, expectIdleJobs } from './support/ledger'
import { type Place, postgresPlace } from './support/place'

const LONG = process.env.KZ_LONG === '1'
const ORDERS = LONG ? 2000 : 200
const CRASHES = LONG ? 4 : 1
const BUYERS = 16
const STOCKS = [90_000, 90_000]

let postgres: TestPostgres
let place: Place
let server: ServerProcess

beforeAll(async () => {
  postgres = await startPostgres({ durable: true })
})
afterAll(() => postgres?.stop())

beforeEach(async () => {
  const name = `away_${newId().toLowerCase()}`
  await postgresPlace(postgres.address('postgres')).ask(`create database ${name}`)
  place = postgresPlace(postgres.address(name))
  server = await startServer({ RATE_LIMIT: 'off', ...place.env })
})
afterEach(async () => {
  await server?.dispose()
  await place?.dispose()
})

test('stopped for some seconds: 503 soon and not a crash, health says so, and the same order is placed once it is back', async () => {
  const buyers = await arriveMany(server.origin, BUYERS)
  const shop = await openShop(buyers[0] as ApiPerson, STOCKS)
  await postgres.halt('SIGINT')
  const ids = buyers.map(() => newId())
  const put = (at: number) =>
    fetch(`${server.origin}/api/shops/${shop.shopId}/orders/${ids[at]}`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${buyers[at]?.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(orderBody(shop.skuIds, at)),
      // a phone waits so long; the answer comes before
      signal: AbortSignal.timeout(15_000),
    })
  for (const reply of await Promise.all(buyers.map((_, at) => put(at)))) {
    expect(reply.status).toBe(503)
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await reply.json()).toMatchObject({ code: 'unavailable' })
  }
  expect(await healthOf(server.origin)).toMatchObject({ status: 503, code: 'unavailable' })
  const pid = server.pid
  await postgres.resume()
  await untilHealth(server.origin, 'ok')
  const placed = await Promise.all(buyers.map((_, at) => put(at)))
  const told = await Promise.all(
    placed.map(async (reply, at) => {
      const { number } = (await reply.json()) as { number: number }
      return { id: ids[at] ?? '', number, cancelled: false }
    }),
  )
  await expectBooks(place, shop, STOCKS, told)
  expect(server.pid).toBe(pid)
  const lines = troubleLines(server.output())
  expect(lines.map(({ msg }) => msg)).toEqual([
    'the database or the data folder does not answer or cannot be written',
    'writing works again',
  ])
})

test('a server that starts while it is away waits for it and says so', async () => {
  await server.stop()
  await postgres.halt('SIGINT')
  const started = server.restart()
  while (!server.output().includes('does not answer')) await sleep(20)
  await postgres.resume()
  await started
  await untilHealth(server.origin, 'ok')
})

test(`it and its backends are killed (-9) in turn in the middle of ${ORDERS} orders: every acknowledged one is there once, with its stock taken`, async () => {
  const buyers = await arriveMany(server.origin, BUYERS)
  const shop = await openShop(buyers[0] as ApiPerson, STOCKS)
  const told: Acknowledged[] = []
  let next = 0
  const shopOn = async (buyer: ApiPerson) => {
    while (next < ORDERS) told.push(await orderUntilTold(buyer, shop, next++))
  }
  const crashing = async () => {
    for (let crash = 1; crash <= CRASHES; crash++) {
      while (told.length < (ORDERS * crash) / (CRASHES + 1)) await sleep(2)
      await killBackend(place)
      while (told.length < (ORDERS * (crash + 0.5)) / (CRASHES + 1)) await sleep(2)
      await postgres.halt('SIGKILL')
      await sleep(300)
      await postgres.resume()
    }
  }
  await Promise.all([crashing(), ...buyers.map(shopOn)])
  expect(told).toHaveLength(ORDERS)
  await expectBooks(place, shop, STOCKS, told)
  await untilHealth(server.origin, 'ok')
  await expectIdleJobs(place)
  process.stdout.write(
    `PostgreSQL dies under a server that stays: ${CRASHES} backends and ${CRASHES} postmasters killed, ` +
      `${told.length} orders acknowledged, each found once\n`,
  )
})
