import { closeSync, openSync, statSync, writeSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { ApiClient, newId } from '../support/api-client'
import { type ServerProcess, startServer } from '../support/server-process'
import {
  openShop,
  orderBody,
  placeOrderWithRetries,
  retryUntilFinal,
  type Shop,
  signInMany,
} from './support/buyers'
import { createSqliteStore, type DataStore } from './support/data-store'
import { fetchHealth, incidentLogLines, waitForHealth } from './support/health'
import { expectConsistentOrders } from './support/order-consistency'

const STOCKS = [1000, 1000]

let store: DataStore
const servers: ServerProcess[] = []

beforeEach(() => {
  store = createSqliteStore()
})
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop('SIGKILL')
  await store.dispose()
})

async function start() {
  const server = await startServer({ RATE_LIMIT: 'off', ...store.env })
  servers.push(server)
  return server
}

const file = () => path.join(store.dataDir, 'kaizhang.db')

/** Locks the file as another program with an open transaction does; returns the unlock function. */
function lockFile() {
  const sqlite = new Sqlite(file())
  sqlite.exec('begin exclusive')
  return () => {
    sqlite.exec('rollback')
    sqlite.close()
  }
}

test('a SQLite file locked by another program makes writes answer 503 after a bounded wait, while reads continue', async () => {
  const server = await start()
  const [buyer, ...others] = (await signInMany(server.origin, 20)) as [ApiClient, ...ApiClient[]]
  const shop = await openShop(buyer, STOCKS)
  const unlock = lockFile()
  const ids = others.map(() => newId())
  const put = (at: number) =>
    others[at]?.send('PUT', `/api/shops/${shop.shopId}/orders/${ids[at]}`, orderBody(shop.skuIds))
  const refused = await Promise.all(others.map((_, at) => put(at)))
  for (const reply of refused) expect(reply).toMatchObject({ status: 503, body: { code: 'unavailable' } })
  expect(await fetchHealth(server.origin)).toMatchObject({ status: 503, code: 'unavailable' })
  const reads = await Promise.all(others.map((other) => other.send('GET', `/api/storefronts/${shop.slug}`)))
  for (const read of reads) expect(read.status).toBe(200)
  unlock()
  await waitForHealth(server.origin, 'ok')
  const placed = await Promise.all(ids.map((_, at) => put(at)))
  const acknowledged = placed.map((reply, at) => ({
    id: ids[at] ?? '',
    number: Number(reply?.body.number),
    cancelled: false,
  }))
  await expectConsistentOrders(store, shop, STOCKS, acknowledged)
  expect(incidentLogLines(server.output())).toHaveLength(2)
})

test('a SQLite file that is locked briefly only delays writes', async () => {
  const server = await start()
  const [buyer] = (await signInMany(server.origin, 1)) as [ApiClient]
  const shop = await openShop(buyer, STOCKS)
  const unlock = lockFile()
  const order = placeOrderWithRetries(buyer, shop, 0)
  await sleep(700)
  unlock()
  await expectConsistentOrders(store, shop, STOCKS, [await order])
  expect(incidentLogLines(server.output())).toEqual([])
})

/** Overwrites a part of the database file with invalid bytes. */
function damage(at: number) {
  const handle = openSync(file(), 'r+')
  writeSync(handle, Buffer.alloc(2048, 0xa5), 0, 2048, at)
  closeSync(handle)
}

test.each([
  ['its head', () => 0],
  ['a page in the middle', () => Math.floor(statSync(file()).size / 2 / 4096) * 4096],
])('a SQLite file damaged in %s keeps the server from starting, with advice', async (_, where) => {
  const server = await start()
  const [buyer] = (await signInMany(server.origin, 1)) as [ApiClient]
  await openShop(buyer, STOCKS)
  await server.stop()
  damage(where())
  await expect(server.restart()).rejects.toThrow('is damaged')
  expect(server.output()).toContain('put back the newest backup')
  expect(server.output()).not.toContain('    at ')
})

test('two servers that start at once in an empty folder share the tables and the secret', async () => {
  const [one, other] = (await Promise.all([start(), start()])) as [ServerProcess, ServerProcess]
  const owner = await ApiClient.signIn(one.origin)
  const shop = await openShop(owner, STOCKS)
  const finder = await ApiClient.signIn(other.origin)
  const restored = await fetch(`${other.origin}/api/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${finder.token}` },
    body: JSON.stringify({ provider: 'key', key: shop.key }),
  })
  expect(restored.status).toBe(200)
})

test('an order sent to two servers at once is placed once', async () => {
  const [one, other] = (await Promise.all([start(), start()])) as [ServerProcess, ServerProcess]
  const [buyer] = (await signInMany(one.origin, 1)) as [ApiClient]
  const shop: Shop = await openShop(buyer, STOCKS)
  const id = newId()
  const send = (origin: string) =>
    retryUntilFinal(async () => {
      const reply = await fetch(`${origin}/api/shops/${shop.shopId}/orders/${id}`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${buyer.token}`, 'content-type': 'application/json' },
        body: JSON.stringify(orderBody(shop.skuIds)),
      })
      return { status: reply.status, body: (await reply.json()) as Record<string, unknown> }
    })
  const [first, second] = await Promise.all([send(one.origin), send(other.origin)])
  expect(first).toEqual(second)
  await expectConsistentOrders(store, shop, STOCKS, [{ id, number: 1, cancelled: false }])
})
