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
import { ENGINES } from './support/engines'
import { expectBooks, expectIdleJobs } from './support/ledger'
import type { Place } from './support/place'

const LONG = process.env.KZ_LONG === '1'
const ORDERS = LONG ? 2000 : 300
const KILLS = LONG ? 10 : 3
const BUYERS = 16
const STOCKS = [9000, 5000, 5000, 5000]

describe.each(ENGINES)('kill -9 on %s', (_, openPlace) => {
  let place: Place
  let server: ServerProcess

  beforeEach(async () => {
    place = await openPlace()
    server = await startServer({ RATE_LIMIT: 'off', LOG_LEVEL: 'error', ...place.env })
  })
  afterEach(async () => {
    await server?.dispose()
    await place?.dispose()
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

  /** Kills and starts again, at moments spread over the orders and otherwise of chance. */
  async function killing(told: Acknowledged[], over: () => boolean) {
    let kills = 0
    while (kills < KILLS && !over()) {
      const at = ((kills + Math.random()) * ORDERS) / (KILLS + 1)
      while (told.length < at && !over()) await sleep(1)
      await sleep(Math.random() * 10)
      await server.stop('SIGKILL')
      kills++
      await server.restart()
    }
    return kills
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
    const [kills] = await Promise.all([killing(told, () => over), bought])
    expect(kills).toBe(KILLS)
    expect(told).toHaveLength(ORDERS)
    await expectBooks(place, shop, STOCKS, told)
    await expectIdleJobs(place)
    expect(server.output()).not.toMatch(/"level":(50|60)/)
  })
})
