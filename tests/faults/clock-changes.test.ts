import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ApiClient, newId } from '../support/api-client'
import { type ServerProcess, startServer } from '../support/server-process'
import {
  type AcknowledgedOrder,
  cancelOrderWithRetries,
  openShop,
  placeOrderWithRetries,
  signInMany,
} from './support/buyers'
import type { DataStore } from './support/data-store'
import { enginesOf } from './support/engines'
import { expectConsistentOrders, expectIdleJobs } from './support/order-consistency'
import { createNoisePhoto, sendPhoto } from './support/photo'

const LONG = process.env.KZ_LONG === '1'
const HOUR = 3_600_000
const DAY = 24 * HOUR
const YEAR = 365 * DAY
/** Offsets of the clock in ms, applied in turn. */
const OFFSETS = [DAY, DAY - HOUR, YEAR, 0, -HOUR, -DAY, 0]
const ORDERS = LONG ? 2000 : 210
const BUYERS = 8
const STOCKS = [9000, 9000, 9000]

/**
 * The errors that a server logged. On a busy machine, an order that waits for the other server's lock for five seconds is refused;
 * its buyer sends it again.
 */
const errorsOf = (server: ServerProcess) =>
  server
    .output()
    .split('\n')
    .filter((line) => /"level":(50|60)/.test(line) && !line.includes('"cause":"SQLITE_BUSY"'))

describe.each(enginesOf('SQLite'))('pair of servers on one %s with a changing clock', (name, openStore) => {
  let store: DataStore
  let folder: string
  let servers: [ServerProcess, ServerProcess]

  const setClockOffset = (by: number) => {
    const file = path.join(folder, 'clock')
    writeFileSync(`${file}.new`, String(by))
    renameSync(`${file}.new`, file)
  }

  beforeEach(async () => {
    store = await openStore()
    folder = mkdtempSync(path.join(tmpdir(), 'kz-clock-'))
    setClockOffset(0)
    const env = {
      ...store.env,
      NODE_OPTIONS: `--require ${path.resolve('tests/support/shift-clock.cjs')}`,
      KZ_CLOCK: path.join(folder, 'clock'),
      RATE_LIMIT: 'off',
    }
    servers = await Promise.all([startServer(env), startServer(env)])
  })
  afterEach(async () => {
    for (const server of servers ?? []) await server.stop('SIGKILL')
    await store?.dispose()
    rmSync(folder, { recursive: true, force: true })
  })

  const job = async (id: string) => {
    const [row] = await store.query(`select run_at, attempts from job where id = '${id}'`)
    return { runAt: Number(row?.run_at), attempts: Number(row?.attempts) }
  }

  /** Waits until the recurring jobs are scheduled by a clock with this offset. */
  async function waitUntilRescheduled(by: number) {
    const near = async (id: string) => {
      const { runAt } = await job(id)
      const now = Date.now() + by
      return runAt > now && runAt <= now + 7 * DAY
    }
    while (!(await near('sweep-photos')) || !(await near('sweep-sessions'))) await sleep(50)
  }

  test('keeps orders, sessions and photos and continues to work through jumps of a day and a year', async () => {
    const owner = await ApiClient.signIn(servers[0].origin)
    const buyers = await signInMany(servers[1].origin, BUYERS)
    const shop = await openShop(owner, STOCKS)
    const photo = await sendPhoto(owner, await createNoisePhoto())
    expect(photo.status).toBe(200)
    const acknowledged: AcknowledgedOrder[] = []
    let next = 0
    const buy = async (buyer: ApiClient) => {
      while (next < ORDERS) {
        const turn = next++
        const phone = buyer.at(servers[turn % 2 === 0 ? 0 : 1].origin)
        const order = await placeOrderWithRetries(phone, shop, turn)
        acknowledged.push(turn % 10 === 9 ? await cancelOrderWithRetries(phone, shop, order) : order)
      }
    }
    const changeClock = async () => {
      for (const [i, by] of OFFSETS.entries()) {
        while (acknowledged.length < (ORDERS * (i + 1)) / (OFFSETS.length + 1)) await sleep(2)
        setClockOffset(by)
      }
    }
    await Promise.all([changeClock(), ...buyers.map(buy)])
    expect(acknowledged).toHaveLength(ORDERS)
    await expectConsistentOrders(store, shop, STOCKS, acknowledged)

    for (const by of [YEAR, 0, 2 * YEAR, -HOUR, 0]) {
      setClockOffset(by)
      await waitUntilRescheduled(by)
    }
    await expectIdleJobs(store)
    // every session and the unused photo are still valid
    for (const [i, person] of [owner, ...buyers].entries())
      expect(
        (await person.at(servers[i % 2 === 0 ? 0 : 1].origin).send('GET', '/api/me/orders')).status,
      ).toBe(200)
    const shown = await owner.send('PUT', `/api/shops/${shop.shopId}/products/${newId()}`, {
      version: 0,
      name: '新货',
      unit: '斤',
      photos: [photo.id],
      skus: [{ id: newId(), price: 2500, stock: 1 }],
      onSale: true,
    })
    expect(shown).toMatchObject({ status: 200, body: { photos: [{ id: photo.id }] } })
    for (const server of servers) expect(errorsOf(server)).toEqual([])
    process.stdout.write(
      `clocks of two servers on one ${name} changed ${OFFSETS.length + 5} times: ${acknowledged.length} orders acknowledged, each found once\n`,
    )
  })
})
