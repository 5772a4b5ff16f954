import { setTimeout as sleep } from 'node:timers/promises'
import { ApiPerson } from '../support/api-person'
import { type ServerProcess, startServer } from '../support/server-process'
import {
  type Acknowledged,
  arriveMany,
  cancelUntilTold,
  openShop,
  orderAndLeave,
  orderUntilTold,
  type Shop,
} from './support/buyers'
import { DURABLE, type DurableEngine } from './support/durable-engines'
import { troubleLines } from './support/health'
import { expectBooks, expectIdleJobs } from './support/ledger'

const LONG = process.env.KZ_LONG === '1'
const ORDERS = LONG ? 2000 : 300
const KILLS = LONG ? 10 : 3
const BUYERS = 16
const STOCKS = [9000, 5000, 5000, 5000]

describe.each(DURABLE)('kill -9 on %s', (name, openEngine) => {
  let engine: DurableEngine
  let server: ServerProcess

  beforeEach(async () => {
    engine = await openEngine()
    server = await startServer({ RATE_LIMIT: 'off', LOG_LEVEL: 'error', ...engine.place.env })
  })
  afterEach(async () => {
    await server?.dispose()
    await engine?.dispose()
  })

  /** Some cancel, some walk away from an order they never hear of. */
  async function shopping(buyers: ApiPerson[], shop: Shop, told: Acknowledged[]) {
    let next = 0
    const shopOn = async (buyer: ApiPerson) => {
      while (next < ORDERS) {
        const turn = next++
        if (turn % 25 === 24) await orderAndLeave(buyer, shop, turn)
        const order = await orderUntilTold(buyer, shop, turn)
        told.push(turn % 10 === 9 ? await cancelUntilTold(buyer, shop, order) : order)
      }
    }
    await Promise.all(buyers.map(shopOn))
  }

  /** Kills and starts again, at moments spread over the orders and otherwise of chance; the database dies along in turn. */
  async function killing(told: Acknowledged[], over: () => boolean) {
    const died: string[] = []
    let kills = 0
    while (kills < KILLS && !over()) {
      const at = ((kills + Math.random()) * ORDERS) / (KILLS + 1)
      while (told.length < at && !over()) await sleep(1)
      await sleep(Math.random() * 10)
      const crash = engine.crashes[kills % engine.crashes.length]
      kills++
      await crash?.strike()
      await server.stop('SIGKILL')
      await crash?.mend?.()
      died.push(crash ? `server and ${crash.what}` : 'server')
      await server.restart()
    }
    return died
  }

  test(`${KILLS} times in the middle of ${ORDERS} orders: every acknowledged one is there once, with its stock taken`, async () => {
    const owner = await ApiPerson.arrive(server.origin)
    const buyers = await arriveMany(server.origin, BUYERS)
    const shop = await openShop(owner, STOCKS)
    const told: Acknowledged[] = []
    let over = false
    const bought = shopping(buyers, shop, told).finally(() => {
      over = true
    })
    const [died] = await Promise.all([killing(told, () => over), bought])
    expect(died).toHaveLength(KILLS)
    expect(told).toHaveLength(ORDERS)
    const { place } = engine
    const orders = await expectBooks(place, shop, STOCKS, told)
    await expectIdleJobs(place)
    expectNoFault(server.output())
    const cancelled = told.filter((order) => order.cancelled).length
    process.stdout.write(
      `kill -9 on ${name}: ${died.length} kills (${died.join(', ')}), ${told.length} orders acknowledged ` +
        `(${cancelled} of them cancelled), each found once; ${orders.length - told.length} more of people who left\n`,
    )
  })
})

/** What was logged as an error was the database being away, and nothing else. */
function expectNoFault(output: string) {
  const errors = output.split('\n').filter((line) => /"level":(50|60)/.test(line))
  expect(errors).toHaveLength(troubleLines(output).length)
}
