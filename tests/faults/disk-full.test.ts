import { readdirSync } from 'node:fs'
import path from 'node:path'
import { ApiClient, newId, type Reply } from '../support/api-client'
import { type ServerProcess, startServer } from '../support/server-process'
import {
  type AcknowledgedOrder,
  openShop,
  orderBody,
  placeOrderWithRetries,
  type Shop,
  signInMany,
} from './support/buyers'
import { createSqliteStore, type DataStore } from './support/data-store'
import { fetchHealth, incidentLogLines, waitForHealth } from './support/health'
import { expectConsistentOrders } from './support/order-consistency'
import { createNoisePhoto, sendPhoto } from './support/photo'
import { hasSmallDisk, mountSmallDisk, type SmallDisk } from './support/small-disk'

const LONG = process.env.KZ_LONG === '1'
const ROUNDS = LONG ? 10 : 2
const BUYERS = 8
/** The least time between two log entries about a full disk. */
const LOG_EVERY_MS = 60_000
const STOCKS = [90_000, 90_000]

const onDisk = hasSmallDisk() ? describe : describe.skip

onDisk('a full disk (needs the right to mount a small one)', () => {
  let disk: SmallDisk
  let store: DataStore
  let server: ServerProcess

  beforeEach(async () => {
    disk = mountSmallDisk(12)
    store = createSqliteStore(disk.folder)
    server = await startServer({ RATE_LIMIT: 'off', STORAGE_RESERVE_MB: 'off', ...store.env })
  })
  afterEach(async () => {
    await server?.stop('SIGKILL')
    await store?.dispose()
    disk?.dispose()
  })

  const photoFiles = () =>
    readdirSync(path.join(store.dataDir, 'photos'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort()

  /** Orders without retries until `refusals` orders were refused; returns the refusals. */
  async function orderUntilRefused(
    buyer: ApiClient,
    shop: Shop,
    acknowledged: AcknowledgedOrder[],
    refusals: number,
  ) {
    const refused: { id: string; turn: number; reply: Reply; retryAfter: string | null }[] = []
    for (let turn = 0; refused.length < refusals; turn++) {
      const id = newId()
      const answer = await fetch(`${buyer.origin}/api/shops/${shop.shopId}/orders/${id}`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${buyer.token}`, 'content-type': 'application/json' },
        body: JSON.stringify(orderBody(shop.skuIds, turn)),
      })
      const reply = { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
      if (reply.status === 200) acknowledged.push({ id, number: Number(reply.body.number), cancelled: false })
      else refused.push({ id, turn, reply, retryAfter: answer.headers.get('retry-after') })
    }
    return refused
  }

  test('makes every write answer 503 with a log entry a minute, leaves no partial data and recovers by itself', async () => {
    const owner = await ApiClient.signIn(server.origin)
    const buyers = await signInMany(server.origin, BUYERS)
    const shop = await openShop(owner, STOCKS)
    const acknowledged: AcknowledgedOrder[] = []
    let refusals = 0
    for (let round = 1; round <= ROUNDS; round++) {
      const buyUntilDone = Promise.all(
        buyers.map((buyer) => orderUntilRefused(buyer, shop, acknowledged, 25)),
      )
      setTimeout(() => disk.fill(), 200)
      const refused = (await buyUntilDone).flat()
      refusals += refused.length
      for (const { reply, retryAfter } of refused) {
        expect(reply.body).toMatchObject({ status: 503, code: 'storage-full' })
        expect(Number(retryAfter)).toBeGreaterThan(0)
      }
      expect(await fetchHealth(server.origin)).toMatchObject({ status: 503, code: 'storage-full' })
      const read = await owner.send<{ items: unknown[] }>('GET', `/api/shops/${shop.shopId}/orders?limit=5`)
      expect([read.status, read.body.items.length]).toEqual([200, Math.min(5, acknowledged.length)])
      disk.free()
      await waitForHealth(server.origin, 'ok')
      // a refused order can be placed again under the same id; the first one is of the first buyer
      const [first] = refused
      const again = await buyers[0]?.send(
        'PUT',
        `/api/shops/${shop.shopId}/orders/${first?.id}`,
        orderBody(shop.skuIds, first?.turn),
      )
      expect(again).toMatchObject({ status: 200 })
      acknowledged.push({ id: first?.id ?? '', number: Number(again?.body.number), cancelled: false })
      acknowledged.push(await placeOrderWithRetries(buyers[1] as ApiClient, shop, 0))
    }
    await expectConsistentOrders(store, shop, STOCKS, acknowledged)
    expect(refusals).toBeGreaterThanOrEqual(BUYERS * 25 * ROUNDS)
    const lines = incidentLogLines(server.output())
    const reports = lines.filter(({ msg }) => msg.startsWith('no room')).map(({ time }) => time)
    expect(reports.length).toBeGreaterThan(0)
    for (const [i, time] of reports.slice(1).entries())
      expect(time - (reports[i] ?? time)).toBeGreaterThan(LOG_EVERY_MS - 1000)
    expect(lines.filter(({ msg }) => msg === 'writing works again')).toHaveLength(ROUNDS)
  })

  test('leaves no part of a photo that does not fit, and the photo can be sent again', async () => {
    const owner = await ApiClient.signIn(server.origin)
    const stored = await sendPhoto(owner, await createNoisePhoto())
    expect(stored.status).toBe(200)
    const before = photoFiles()
    expect(before).toHaveLength(4)
    const photo = await createNoisePhoto()
    disk.fill()
    const refused = await sendPhoto(owner, photo)
    expect(refused).toMatchObject({ status: 503, body: { code: 'storage-full' } })
    expect(photoFiles()).toEqual(before)
    const shown = await fetch(`${server.origin}${(stored.body.sizes as { url: string }[])[0]?.url}`)
    expect(shown.status).toBe(200)
    disk.free()
    expect((await sendPhoto(owner, photo, refused.id)).status).toBe(200)
    expect(photoFiles()).toHaveLength(8)
  })

  test('is reported at the start, and the server starts once there is space', async () => {
    await server.stop()
    disk.fill()
    await expect(server.restart()).rejects.toThrow('There is no room left on the disk')
    expect(server.output()).not.toContain('    at ')
    disk.free()
    await server.restart()
    expect(await fetchHealth(server.origin)).toMatchObject({ ok: true })
  })

  test('is reported at the start when it is read-only, without loss of data', async () => {
    const [buyer] = (await signInMany(server.origin, 1)) as [ApiClient]
    const shop = await openShop(buyer, STOCKS)
    const order = await placeOrderWithRetries(buyer, shop, 0)
    await server.stop()
    disk.readOnly(true)
    await expect(server.restart()).rejects.toThrow('cannot be written')
    expect(server.output()).not.toContain('    at ')
    disk.readOnly(false)
    await server.restart()
    await expectConsistentOrders(store, shop, STOCKS, [order])
  })
})
