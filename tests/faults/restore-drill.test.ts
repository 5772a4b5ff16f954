import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ApiClient } from '../support/api-client'
import { maintenance, startMaintenance } from '../support/maintenance-process'
import { type ServerProcess, startServer } from '../support/server-process'
import { WAIT_TIMEOUT_MS } from '../support/wait-timeout'
import { waitUntil } from '../support/wait-until'
import {
  type AcknowledgedOrder,
  openShop,
  orderBody,
  placeOrderWithRetries,
  type Shop,
  sendOrderWithoutWaiting,
  signInMany,
} from './support/buyers'
import type { DataStore } from './support/data-store'
import { enginesOf } from './support/engines'
import { expectConsistentOrders, expectIdleJobs } from './support/order-consistency'
import { createNoisePhoto, sendPhoto } from './support/photo'
import { hasSmallDisk, mountSmallDisk } from './support/small-disk'

const LONG = process.env.KZ_LONG === '1'
const BUYERS = 16
const [BEFORE, AFTER] = LONG ? [2000, 500] : [150, 50]
const BUY_TIMEOUT_MS = LONG ? 600_000 : WAIT_TIMEOUT_MS
const KILLS = LONG ? 30 : 2
const STOCKS = [90_000, 50_000, 50_000, 50_000]

const onDisk = hasSmallDisk() ? test : test.skip

describe.each(enginesOf('SQLite'))('restore from a backup on %s', (_, openStore) => {
  let store: DataStore
  let backups: string
  let server: ServerProcess
  let owner: ApiClient
  let buyers: ApiClient[]
  let shop: Shop & { key: string; products: object[] }
  const env = () => ({ ...store.env, KEY_SECRET: '' })

  beforeEach(async () => {
    store = await openStore()
    backups = mkdtempSync(path.join(tmpdir(), 'kz-backups-'))
    server = await startServer({ RATE_LIMIT: 'off', LOG_LEVEL: 'error', ...env() })
    owner = await ApiClient.signIn(server.origin)
    buyers = await signInMany(server.origin, BUYERS)
    shop = await openShop(owner, STOCKS)
  })
  afterEach(async () => {
    await server?.dispose()
    await store?.dispose()
    rmSync(backups, { recursive: true, force: true })
  })

  /** Places orders as all buyers until `isOver`; some orders are sent without waiting for the answer. */
  async function buyUntilDone(acknowledged: AcknowledgedOrder[], isOver: () => boolean) {
    let next = 0
    const buyContinuously = async (buyer: ApiClient) => {
      while (!isOver()) {
        const turn = next++
        if (turn % 25 === 24) await sendOrderWithoutWaiting(buyer, shop, turn)
        acknowledged.push(await placeOrderWithRetries(buyer, shop, turn))
      }
    }
    await Promise.all(buyers.map(buyContinuously))
  }

  const waitUntilBought = (acknowledged: AcknowledgedOrder[], count: number) =>
    waitUntil(
      () => acknowledged.length >= count,
      () => `${count} orders were placed, of which there are ${acknowledged.length}`,
      BUY_TIMEOUT_MS,
    )

  /** Adds a photo to the first product; returns the URL of one of its sizes. */
  async function showPhoto(): Promise<string> {
    const { id } = await sendPhoto(owner, await createNoisePhoto())
    const [first] = shop.products as { id: string }[]
    const { id: productId, ...product } = { id: '', ...first }
    const path = `/api/shops/${shop.shopId}/products/${productId}`
    const { body } = await owner.send('PUT', path, { ...product, version: 1, photos: [id] })
    const [photo] = body.photos as { hash: string }[]
    return `/photos/${photo?.hash}-750.webp`
  }
  const bytesAt = async (path: string) => {
    const reply = await fetch(server.origin + path)
    return { status: reply.status, bytes: Buffer.from(await reply.arrayBuffer()) }
  }

  const openAgain = () =>
    owner.send('PUT', `/api/shops/${shop.shopId}`, { trade: 'nuts', products: shop.products })

  /** Runs the backup command; returns the folder of the backup. */
  async function createBackup(): Promise<string> {
    const { code, output } = await maintenance(['backup', '--to', backups], env())
    expect([code, output]).toEqual([0, expect.stringContaining('The backup is ')])
    return path.join(backups, readdirSync(backups).sort().at(-1) ?? '')
  }

  test('restores everything after a total loss from a backup made under load', async () => {
    const photo = await showPhoto()
    const shown = await bytesAt(photo)
    expect(shown.status).toBe(200)
    const acknowledged: AcknowledgedOrder[] = []
    let over = false
    const bought = buyUntilDone(acknowledged, () => over)
    await waitUntilBought(acknowledged, BEFORE)
    const safe = [...acknowledged]
    const backup = await createBackup()
    const during = acknowledged.length
    await waitUntilBought(acknowledged, during + AFTER)
    over = true
    await bought
    expect(during).toBeGreaterThan(safe.length)

    await server.stop('SIGKILL')
    await store.destroy()
    const { code, output } = await maintenance(['restore', '--from', backup], env())
    expect([code, output]).toEqual([0, expect.stringMatching(/Restored [\d,]+ rows and 4 files of photos/)])
    await server.restart()

    const orders = await expectConsistentOrders(store, shop, STOCKS, safe)
    const restoredIds = new Set(orders.map(({ id }) => id))
    const lost = acknowledged.filter(({ id }) => !restoredIds.has(id))
    expect(lost.length).toBeGreaterThanOrEqual(AFTER)
    expect(await bytesAt(photo)).toEqual(shown)
    await expectIdleJobs(store)

    // the secret is unchanged, so the key still restores the shop on a new phone
    expect((await openAgain()).body).toMatchObject({ slug: shop.slug, key: shop.key })
    const finder = await ApiClient.signIn(server.origin)
    const restored = await finder.send('POST', '/api/sessions', { provider: 'key', key: shop.key })
    expect(restored.body).toMatchObject({ restored: { shopId: shop.shopId } })
    // new orders continue the numbers, and a lost order can be sent again
    const [again] = lost
    const path = `/api/shops/${shop.shopId}/orders/${again?.id}`
    const sent = await (buyers[0] as ApiClient).send('PUT', path, orderBody(shop.skuIds, 1))
    expect(sent).toMatchObject({ status: 200, body: { number: orders.length + 1 } })
    expect(server.output()).not.toMatch(/"level":(50|60)/)
  })

  test(`keeps the previous data when it is killed ${KILLS} times, and completes on the next run`, async () => {
    for (let turn = 0; turn < 30; turn++) await placeOrderWithRetries(owner, shop, turn)
    const backup = await createBackup()
    for (let turn = 0; turn < 20; turn++) await placeOrderWithRetries(owner, shop, turn)
    await server.stop()
    const count = async () =>
      Number((await store.query('select count(*) as count from shop_order'))[0]?.count)
    const command = ['restore', '--from', backup, '--replace']

    const refused = await maintenance(command.slice(0, -1), env())
    expect(refused).toEqual({ code: 1, output: expect.stringMatching(/is not empty\. Add --replace/) })
    expect(await count()).toBe(50)

    const begun = performance.now()
    expect((await maintenance(command, env())).code).toBe(0)
    const took = performance.now() - begun
    expect(await count()).toBe(30)
    await server.restart()
    for (let turn = 0; turn < 10; turn++) await placeOrderWithRetries(owner, shop, turn)
    await server.stop()

    // a restore that finished before its kill gives a new estimate and is repeated
    for (let cut = 0, over = took; cut < KILLS; ) {
      const begun = performance.now()
      const running = startMaintenance(command, env())
      await Promise.race([sleep((over * (cut + Math.random())) / KILLS), running.result])
      running.kill()
      if ((await running.result).code === null) cut++
      else over = performance.now() - begun
      expect([30, 40]).toContain(await count())
    }
    const { code, output } = await maintenance(command, env())
    expect([code, output]).toEqual([0, expect.stringContaining('What was there before is in')])
    expect(await count()).toBe(30)
    expect(readdirSync(store.dataDir).filter((name) => name.endsWith('.part'))).toEqual([])
    await server.restart()
    expect((await openAgain()).body).toMatchObject({ slug: shop.slug, key: shop.key })
  })

  onDisk('report a disk without space for a backup or its content and keep the previous data', async () => {
    const disk = mountSmallDisk(8)
    const noRoom = { code: 1, output: expect.stringMatching(/There is no room left on the disk of/) }
    try {
      await showPhoto()
      const backup = await createBackup()
      disk.fill()
      const full = await maintenance(['backup', '--to', disk.folder], env())
      expect(full).toEqual(noRoom)
      expect(readdirSync(disk.folder)).toEqual(['ballast'])
      // a restore into PostgreSQL writes its rows elsewhere
      if (!store.env.DATABASE_URL) {
        const restored = await maintenance(['restore', '--from', backup], { ...env(), DATA_DIR: disk.folder })
        expect(restored).toEqual(noRoom)
        expect(readdirSync(disk.folder)).toEqual(['ballast'])
      }
    } finally {
      disk.dispose()
    }
  })
})
