import { ApiPerson, newId, type Reply } from '../support/api-person'
import { type ServerProcess, startServer } from '../support/server-process'
import { arriveMany, insist, openShop, orderBody } from './support/buyers'
import { ENGINES } from './support/engines'
import { expectBooks } from './support/ledger'
import type { Place } from './support/place'

const BUYERS = 200
const ROUNDS = process.env.KZ_LONG === '1' ? 10 : 1
const STOCK = 10

describe.each(ENGINES)('two servers on one %s', (_, openPlace) => {
  let place: Place
  let servers: [ServerProcess, ServerProcess]

  beforeAll(async () => {
    place = await openPlace()
    const start = () => startServer({ RATE_LIMIT: 'off', ...place.env })
    servers = await Promise.all([start(), start()])
  })
  afterAll(async () => {
    for (const server of servers ?? []) await server.stop('SIGKILL')
    await place?.dispose()
  })

  /** Asks as this person at one of the two servers. */
  const askAt = (
    at: 0 | 1,
    person: ApiPerson,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Reply> => person.at(servers[at].origin).send(method, path, body)

  test(`${BUYERS} buyers at once, each request sent to both, from a stock of ${STOCK}: exactly those are sold`, async () => {
    const owner = await ApiPerson.arrive(servers[0].origin)
    const buyers = await arriveMany(servers[1].origin, BUYERS)
    for (let round = 0; round < ROUNDS; round++) {
      const shop = await openShop(owner, [STOCK])
      const orders = buyers.map((buyer) => ({ buyer, path: `/api/shops/${shop.shopId}/orders/${newId()}` }))
      const put = (at: 0 | 1, { buyer, path }: { buyer: ApiPerson; path: string }) =>
        insist(() => askAt(at, buyer, 'PUT', path, orderBody(shop.skuIds)))
      const pairs = await Promise.all(orders.map((order) => Promise.all([put(0, order), put(1, order)])))
      const placed = pairs.filter((pair) => pair.some(({ status }) => status === 200))
      expect(placed).toHaveLength(STOCK)
      for (const [here, there] of placed) expect(here).toEqual(there)
      const others = pairs.filter((pair) => !placed.includes(pair)).flat()
      expect(new Set(others.map(({ body }) => body.code))).toEqual(new Set(['out-of-stock']))
      const told = placed.map(([{ body }]) => ({
        id: String(body.id),
        number: Number(body.number),
        cancelled: false,
      }))
      await expectBooks(place, shop, [STOCK], told)
    }
  })
})
