import { ApiClient, newId, type Reply } from '../support/api-client'
import { type ServerProcess, startServer } from '../support/server-process'
import {
  type AcknowledgedOrder,
  cancelOrderWithRetries,
  openShop,
  orderBody,
  retryUntilFinal,
  signInMany,
} from './support/buyers'
import type { DataStore } from './support/data-store'
import { connectionsOf } from './support/engines'
import { expectConsistentOrders } from './support/order-consistency'

const LONG = process.env.KZ_LONG === '1'
const BUYERS = 200
const ROUNDS = LONG ? 10 : 1
const STOCK = 10
/** Initial stock, number of restocks and number of buyers of the long test. */
const DAY = LONG ? { stock: 1000, restocks: 50, buyers: 32 } : { stock: 100, restocks: 10, buyers: 16 }
const RESTOCK = 10

describe.each(connectionsOf('PostgreSQL'))('pair of servers on one %s', (name, openStore) => {
  let store: DataStore
  let servers: [ServerProcess, ServerProcess]

  beforeAll(async () => {
    store = await openStore()
    const start = () => startServer({ RATE_LIMIT: 'off', QUOTA_SHOPS_PER_ACCOUNT: 'off', ...store.env })
    servers = await Promise.all([start(), start()])
  })
  afterAll(async () => {
    for (const server of servers ?? []) await server.stop('SIGKILL')
    await store?.dispose()
  })

  /** Sends a request as this client to one of the two servers. */
  const sendTo = (
    at: 0 | 1,
    person: ApiClient,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Reply> => person.at(servers[at].origin).send(method, path, body)

  test(`sells exactly ${STOCK} items to ${BUYERS} simultaneous buyers who each send to both servers`, async () => {
    const owner = await ApiClient.signIn(servers[0].origin)
    const buyers = await signInMany(servers[1].origin, BUYERS)
    for (let round = 0; round < ROUNDS; round++) {
      const shop = await openShop(owner, [STOCK])
      const orders = buyers.map((buyer) => ({ buyer, path: `/api/shops/${shop.shopId}/orders/${newId()}` }))
      const put = (at: 0 | 1, { buyer, path }: { buyer: ApiClient; path: string }) =>
        retryUntilFinal(() => sendTo(at, buyer, 'PUT', path, orderBody(shop.skuIds)))
      const pairs = await Promise.all(orders.map((order) => Promise.all([put(0, order), put(1, order)])))
      const placed = pairs.filter((pair) => pair.some(({ status }) => status === 200))
      expect(placed).toHaveLength(STOCK)
      for (const [first, second] of placed) expect(first).toEqual(second)
      const others = pairs.filter((pair) => !placed.includes(pair)).flat()
      expect(new Set(others.map(({ body }) => body.code))).toEqual(new Set(['out-of-stock']))
      const acknowledged = placed.map(([{ body }]) => ({
        id: String(body.id),
        number: Number(body.number),
        cancelled: false,
      }))
      await expectConsistentOrders(store, shop, [STOCK], acknowledged)
    }
  })

  test('sells exactly the stock while buyers order and cancel and the owner restocks', async () => {
    const owner = await ApiClient.signIn(servers[0].origin)
    const buyers = await signInMany(servers[1].origin, DAY.buyers)
    const shop = await openShop(owner, [DAY.stock])
    const acknowledged: AcknowledgedOrder[] = []
    let refused = 0
    let isRestocked = false
    const buy = async (buyer: ApiClient, at: number) => {
      for (let turn = at; ; turn++) {
        const phone = buyer.at(servers[turn % 2 === 0 ? 0 : 1].origin)
        const id = newId()
        const path = `/api/shops/${shop.shopId}/orders/${id}`
        const lastCall = isRestocked
        const reply = await retryUntilFinal(() => phone.send('PUT', path, orderBody(shop.skuIds)))
        if (reply.status === 200) {
          const order = { id, number: Number(reply.body.number), cancelled: false }
          acknowledged.push(turn % 10 === 9 ? await cancelOrderWithRetries(phone, shop, order) : order)
        } else {
          expect(reply.body.code).toBe('out-of-stock')
          refused++
          if (lastCall) return
        }
      }
    }
    const restock = async () => {
      for (let i = 0; i < DAY.restocks; i++) {
        const body = { id: newId(), delta: RESTOCK }
        const path = `/api/shops/${shop.shopId}/skus/${shop.skuIds[0]}/stock`
        // repeats the request at the other server, as after a lost response
        for (const at of [0, 1] as const)
          expect((await retryUntilFinal(() => sendTo(at, owner, 'POST', path, body))).status).toBe(200)
      }
      isRestocked = true
    }
    await Promise.all([restock(), ...buyers.map(buy)])
    const had = DAY.stock + DAY.restocks * RESTOCK
    await expectConsistentOrders(store, shop, [had], acknowledged)
    const standing = acknowledged.filter(({ cancelled }) => !cancelled).length
    // orders cancelled last may leave stock
    const remaining = await store.query(`select stock from sku where shop_id = '${shop.shopId}'`)
    expect(standing + Number(remaining[0]?.stock)).toBe(had)
    process.stdout.write(
      `two servers on one ${name}: ${had} were there, ${acknowledged.length} orders acknowledged, ${standing} stand, ` +
        `${had - standing} left, ${refused} refused\n`,
    )
  })
})
