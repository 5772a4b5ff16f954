import { ApiPerson, newId, type Reply } from '../support/api-person'
import { type ServerProcess, startServer } from '../support/server-process'
import { type Acknowledged, arriveMany, cancelUntilTold, insist, openShop, orderBody } from './support/buyers'
import { DOORS } from './support/engines'
import { expectBooks } from './support/ledger'
import type { Place } from './support/place'

const LONG = process.env.KZ_LONG === '1'
const BUYERS = 200
const ROUNDS = LONG ? 10 : 1
const STOCK = 10
/** What a shop has when a long day of buying begins, and how often its owner brings more. */
const DAY = LONG ? { stock: 1000, restocks: 50, buyers: 32 } : { stock: 100, restocks: 10, buyers: 16 }
const RESTOCK = 10

describe.each(DOORS)('two servers on one %s', (name, openPlace) => {
  let place: Place
  let servers: [ServerProcess, ServerProcess]

  beforeAll(async () => {
    place = await openPlace()
    const start = () => startServer({ RATE_LIMIT: 'off', QUOTA_SHOPS_PER_ACCOUNT: 'off', ...place.env })
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

  test('all day buyers order at both until nothing is left, some cancel, the owner brings more: exactly that is sold', async () => {
    const owner = await ApiPerson.arrive(servers[0].origin)
    const buyers = await arriveMany(servers[1].origin, DAY.buyers)
    const shop = await openShop(owner, [DAY.stock])
    const told: Acknowledged[] = []
    let refused = 0
    let brought = false
    const buy = async (buyer: ApiPerson, at: number) => {
      for (let turn = at; ; turn++) {
        const phone = buyer.at(servers[turn % 2 === 0 ? 0 : 1].origin)
        const id = newId()
        const path = `/api/shops/${shop.shopId}/orders/${id}`
        const lastCall = brought
        const reply = await insist(() => phone.send('PUT', path, orderBody(shop.skuIds)))
        if (reply.status === 200) {
          const order = { id, number: Number(reply.body.number), cancelled: false }
          told.push(turn % 10 === 9 ? await cancelUntilTold(phone, shop, order) : order)
        } else {
          expect(reply.body.code).toBe('out-of-stock')
          refused++
          if (lastCall) return
        }
      }
    }
    const bring = async () => {
      for (let i = 0; i < DAY.restocks; i++) {
        const body = { id: newId(), delta: RESTOCK }
        const path = `/api/shops/${shop.shopId}/skus/${shop.skuIds[0]}/stock`
        // the answer got lost, so it is sent to the other server too
        for (const at of [0, 1] as const)
          expect((await insist(() => askAt(at, owner, 'POST', path, body))).status).toBe(200)
      }
      brought = true
    }
    await Promise.all([bring(), ...buyers.map(buy)])
    const had = DAY.stock + DAY.restocks * RESTOCK
    await expectBooks(place, shop, [had], told)
    const standing = told.filter(({ cancelled }) => !cancelled).length
    // what the last ones cancelled may be left over
    const left = await place.ask(`select stock from sku where shop_id = '${shop.shopId}'`)
    expect(standing + Number(left[0]?.stock)).toBe(had)
    process.stdout.write(
      `two servers on one ${name}: ${had} were there, ${told.length} orders acknowledged, ${standing} stand, ` +
        `${had - standing} left, ${refused} refused\n`,
    )
  })
})
