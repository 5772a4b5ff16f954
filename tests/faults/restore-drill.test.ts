import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ApiPerson } from '../support/api-person'
import { maintenance, startMaintenance } from '../support/maintenance-process'
import { type ServerProcess, startServer } from '../support/server-process'
import {
  type Acknowledged,
  arriveMany,
  openShop,
  orderAndLeave,
  orderBody,
  orderUntilTold,
  type Shop,
} from './support/buyers'
import { ENGINES } from './support/engines'
import { expectBooks, expectIdleJobs } from './support/ledger'
import { noisyPhoto, sendPhoto } from './support/photo'
import type { Place } from './support/place'
import { smallDisk } from './support/small-disk'

const LONG = process.env.KZ_LONG === '1'
const BUYERS = 16
const [BEFORE, AFTER] = LONG ? [2000, 500] : [150, 50]
const KILLS = LONG ? 30 : 4
const STOCKS = [90_000, 50_000, 50_000, 50_000]

describe.each(ENGINES)('backup and restore on %s', (_, openPlace) => {
  let place: Place
  let backups: string
  let server: ServerProcess
  let owner: ApiPerson
  let buyers: ApiPerson[]
  let shop: Shop & { key: string; products: object[] }
  const env = () => ({ ...place.env, KEY_SECRET: '' })

  beforeEach(async () => {
    place = await openPlace()
    backups = mkdtempSync(path.join(tmpdir(), 'kz-backups-'))
    server = await startServer({ RATE_LIMIT: 'off', LOG_LEVEL: 'error', ...env() })
    owner = await ApiPerson.arrive(server.origin)
    buyers = await arriveMany(server.origin, BUYERS)
    shop = await openShop(owner, STOCKS)
  })
  afterEach(async () => {
    await server?.dispose()
    await place?.dispose()
    rmSync(backups, { recursive: true, force: true })
  })

  /** All buy until it is over, and some never hear of an order. */
  async function shopping(told: Acknowledged[], isOver: () => boolean) {
    let next = 0
    const shopOn = async (buyer: ApiPerson) => {
      while (!isOver()) {
        const turn = next++
        if (turn % 25 === 24) await orderAndLeave(buyer, shop, turn)
        told.push(await orderUntilTold(buyer, shop, turn))
      }
    }
    await Promise.all(buyers.map(shopOn))
  }

  async function until(isSo: () => boolean) {
    while (!isSo()) await sleep(5)
  }

  /** Puts a photo to the first product; answers the address of one of its sizes. */
  async function showPhoto(): Promise<string> {
    const { id } = await sendPhoto(owner, await noisyPhoto())
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

  /** A backup while this goes on, by the command; answers its folder. */
  async function backedUp(): Promise<string> {
    const { code, said } = await maintenance(['backup', '--to', backups], env())
    expect([code, said]).toEqual([0, expect.stringContaining('The backup is ')])
    return path.join(backups, readdirSync(backups).sort().at(-1) ?? '')
  }

  test('the drill: backup under load, more orders, everything lost, restored, and open again', async () => {
    const photo = await showPhoto()
    const shown = await bytesAt(photo)
    expect(shown.status).toBe(200)
    const told: Acknowledged[] = []
    let over = false
    const bought = shopping(told, () => over)
    await until(() => told.length >= BEFORE)
    const safe = [...told]
    const backup = await backedUp()
    const during = told.length
    await until(() => told.length >= during + AFTER)
    over = true
    await bought
    expect(during).toBeGreaterThan(safe.length)

    await server.stop('SIGKILL')
    await place.destroy()
    const { code, said } = await maintenance(['restore', '--from', backup], env())
    expect([code, said]).toEqual([0, expect.stringMatching(/Restored [\d,]+ rows and 4 files of photos/)])
    await server.restart()

    const orders = await expectBooks(place, shop, STOCKS, safe)
    const kept = new Set(orders.map(({ id }) => id))
    const lost = told.filter(({ id }) => !kept.has(id))
    expect(lost.length).toBeGreaterThanOrEqual(AFTER)
    expect(await bytesAt(photo)).toEqual(shown)
    await expectIdleJobs(place)

    // the secret is the same, and so is the key; whoever has it gets the shop on a new phone
    expect((await openAgain()).body).toMatchObject({ slug: shop.slug, key: shop.key })
    const finder = await ApiPerson.arrive(server.origin)
    const restored = await finder.send('POST', '/api/sessions', { provider: 'key', key: shop.key })
    expect(restored.body).toMatchObject({ restored: { shopId: shop.shopId } })
    // business goes on under the numbers that are free, and what was lost may be sent again
    const [again] = lost
    const path = `/api/shops/${shop.shopId}/orders/${again?.id}`
    const sent = await (buyers[0] as ApiPerson).send('PUT', path, orderBody(shop.skuIds, 1))
    expect(sent).toMatchObject({ status: 200, body: { number: orders.length + 1 } })
    expect(server.output()).not.toMatch(/"level":(50|60)/)
  })

  test(`a restore that is killed ${KILLS} times leaves what was there, and is done when it is run again`, async () => {
    for (let turn = 0; turn < 30; turn++) await orderUntilTold(owner, shop, turn)
    const backup = await backedUp()
    for (let turn = 0; turn < 20; turn++) await orderUntilTold(owner, shop, turn)
    await server.stop()
    const count = async () => Number((await place.ask('select count(*) as count from shop_order'))[0]?.count)
    const command = ['restore', '--from', backup, '--replace']

    const refused = await maintenance(command.slice(0, -1), env())
    expect(refused).toEqual({ code: 1, said: expect.stringMatching(/is not empty\. Add --replace/) })
    expect(await count()).toBe(50)

    const begun = performance.now()
    expect((await maintenance(command, env())).code).toBe(0)
    const took = performance.now() - begun
    expect(await count()).toBe(30)
    await server.restart()
    for (let turn = 0; turn < 10; turn++) await orderUntilTold(owner, shop, turn)
    await server.stop()

    // one that was over before its kill tells how fast it is now, and its kill is tried again
    for (let cut = 0, over = took; cut < KILLS; ) {
      const begun = performance.now()
      const running = startMaintenance(command, env())
      await Promise.race([sleep((over * (cut + Math.random())) / KILLS), running.ended])
      running.kill()
      if ((await running.ended).code === null) cut++
      else over = performance.now() - begun
      expect([30, 40]).toContain(await count())
    }
    const { code, said } = await maintenance(command, env())
    expect([code, said]).toEqual([0, expect.stringContaining('What was there before is in')])
    expect(await count()).toBe(30)
    expect(readdirSync(place.dataDir).filter((name) => name.endsWith('.part'))).toEqual([])
    await server.restart()
    expect((await openAgain()).body).toMatchObject({ slug: shop.slug, key: shop.key })
  })

  test('a disk without room for a backup, or for what is in it, is said plainly and keeps what it had', async () => {
    const disk = smallDisk(8)
    if (!disk) return
    try {
      await showPhoto()
      const backup = await backedUp()
      disk.fill()
      const full = await maintenance(['backup', '--to', disk.folder], env())
      expect(full).toEqual({ code: 1, said: expect.stringMatching(/There is no room left on the disk of/) })
      expect(readdirSync(disk.folder)).toEqual(['ballast'])
      if (place.env.DATABASE_URL) return
      const there = await maintenance(['restore', '--from', backup], { ...env(), DATA_DIR: disk.folder })
      expect(there).toEqual({ code: 1, said: expect.stringMatching(/There is no room left on the disk of/) })
      expect(readdirSync(disk.folder)).toEqual(['ballast'])
    } finally {
      disk.dispose()
    }
  })
})
