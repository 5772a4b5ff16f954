import { closeSync, openSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { ApiPerson, newId } from '../support/api-person'
import { type ServerProcess, startServer } from '../support/server-process'
import { arriveMany, insist, openShop, orderBody, orderUntilTold, type Shop } from './support/buyers'
import { healthOf, troubleLines, untilHealth } from './support/health'
import { expectBooks } from './support/ledger'
import { type Place, sqlitePlace } from './support/place'

const STOCKS = [1000, 1000]

let place: Place
const servers: ServerProcess[] = []

beforeEach(() => {
  place = sqlitePlace()
})
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop('SIGKILL')
  await place.dispose()
})

async function start() {
  const server = await startServer({ RATE_LIMIT: 'off', ...place.env })
  servers.push(server)
  return server
}

const file = () => path.join(place.dataDir, 'kaizhang.db')

/** Holds the file as another program would that never finishes its transaction. */
function holdFile() {
  const sqlite = new Sqlite(file())
  sqlite.exec('begin exclusive')
  return () => {
    sqlite.exec('rollback')
    sqlite.close()
  }
}

test('a file that another program holds for long: 503 after a bounded wait, reads go on, and then all is well', async () => {
  const server = await start()
  const [buyer, ...others] = (await arriveMany(server.origin, 20)) as [ApiPerson, ...ApiPerson[]]
  const shop = await openShop(buyer, STOCKS)
  const letGo = holdFile()
  const ids = others.map(() => newId())
  const put = (at: number) =>
    others[at]?.send('PUT', `/api/shops/${shop.shopId}/orders/${ids[at]}`, orderBody(shop.skuIds))
  const refused = await Promise.all(others.map((_, at) => put(at)))
  for (const reply of refused) expect(reply).toMatchObject({ status: 503, body: { code: 'unavailable' } })
  expect(await healthOf(server.origin)).toMatchObject({ status: 503, code: 'unavailable' })
  const reads = await Promise.all(others.map((other) => other.send('GET', `/api/storefronts/${shop.slug}`)))
  for (const read of reads) expect(read.status).toBe(200)
  letGo()
  await untilHealth(server.origin, 'ok')
  const placed = await Promise.all(ids.map((_, at) => put(at)))
  const told = placed.map((reply, at) => ({
    id: ids[at] ?? '',
    number: Number(reply?.body.number),
    cancelled: false,
  }))
  await expectBooks(place, shop, STOCKS, told)
  expect(troubleLines(server.output())).toHaveLength(2)
})

test('a file that is held shortly is only waited for', async () => {
  const server = await start()
  const [buyer] = (await arriveMany(server.origin, 1)) as [ApiPerson]
  const shop = await openShop(buyer, STOCKS)
  const letGo = holdFile()
  const order = orderUntilTold(buyer, shop, 0)
  await sleep(700)
  letGo()
  await expectBooks(place, shop, STOCKS, [await order])
  expect(troubleLines(server.output())).toEqual([])
})

/** Writes nonsense over a part of the database file. */
function damage(at: number) {
  const handle = openSync(file(), 'r+')
  writeSync(handle, Buffer.alloc(2048, 0xa5), 0, 2048, at)
  closeSync(handle)
}

test.each([
  ['its head', () => 0],
  ['a page in the middle', () => Math.floor(statSync(file()).size / 2 / 4096) * 4096],
])(
  'a file that is damaged in %s: the server says so and what to do, and does not start',
  async (_, where) => {
    const server = await start()
    const [buyer] = (await arriveMany(server.origin, 1)) as [ApiPerson]
    await openShop(buyer, STOCKS)
    await server.stop()
    damage(where())
    await expect(server.restart()).rejects.toThrow('is damaged')
    expect(server.output()).toContain('put back the newest backup')
    expect(server.output()).not.toContain('    at ')
  },
)

test('two servers that start at once in an empty folder agree on the tables and on the secret', async () => {
  const [one, other] = (await Promise.all([start(), start()])) as [ServerProcess, ServerProcess]
  const owner = await ApiPerson.arrive(one.origin)
  const shop = await openShop(owner, STOCKS)
  const finder = await ApiPerson.arrive(other.origin)
  const restored = await fetch(`${other.origin}/api/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${finder.token}` },
    body: JSON.stringify({ provider: 'key', key: shop.key }),
  })
  expect(restored.status).toBe(200)
})

test('an order that is sent to both at once is one order', async () => {
  const [one, other] = (await Promise.all([start(), start()])) as [ServerProcess, ServerProcess]
  const [buyer] = (await arriveMany(one.origin, 1)) as [ApiPerson]
  const shop: Shop = await openShop(buyer, STOCKS)
  const id = newId()
  const send = (origin: string) =>
    insist(async () => {
      const reply = await fetch(`${origin}/api/shops/${shop.shopId}/orders/${id}`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${buyer.token}`, 'content-type': 'application/json' },
        body: JSON.stringify(orderBody(shop.skuIds)),
      })
      return { status: reply.status, body: (await reply.json()) as Record<string, unknown> }
    })
  const [here, there] = await Promise.all([send(one.origin), send(other.origin)])
  expect(here).toEqual(there)
  await expectBooks(place, shop, STOCKS, [{ id, number: 1, cancelled: false }])
})
