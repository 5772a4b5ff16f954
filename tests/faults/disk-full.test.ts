import { readdirSync } from 'node:fs'
import path from 'node:path'
import { ApiPerson, newId, type Reply } from '../support/api-person'
import { type ServerProcess, startServer } from '../support/server-process'
import {
  type Acknowledged,
  arriveMany,
  openShop,
  orderBody,
  orderUntilTold,
  type Shop,
} from './support/buyers'
import { healthOf, troubleLines, untilHealth } from './support/health'
import { expectBooks } from './support/ledger'
import { noisyPhoto, sendPhoto } from './support/photo'
import { type Place, sqlitePlace } from './support/place'
import { type SmallDisk, smallDisk } from './support/small-disk'

const LONG = process.env.KZ_LONG === '1'
const ROUNDS = LONG ? 10 : 2
const BUYERS = 8
const STOCKS = [90_000, 90_000]

const mountable = smallDisk(1)
mountable?.dispose()
const onDisk = mountable ? describe : describe.skip

onDisk('a full disk (needs the right to mount a small one)', () => {
  let disk: SmallDisk
  let place: Place
  let server: ServerProcess

  beforeEach(async () => {
    disk = smallDisk(12) as SmallDisk
    place = sqlitePlace(disk.folder)
    server = await startServer({ RATE_LIMIT: 'off', STORAGE_RESERVE_MB: 'off', ...place.env })
  })
  afterEach(async () => {
    await server?.stop('SIGKILL')
    await place?.dispose()
    disk?.dispose()
  })

  const photoFiles = () =>
    readdirSync(path.join(place.dataDir, 'photos'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .sort()

  /** Orders without insisting, until so many were refused; answers the refusals. */
  async function orderUntilRefused(buyer: ApiPerson, shop: Shop, told: Acknowledged[], refusals: number) {
    const refused: { id: string; turn: number; reply: Reply; retryAfter: string | null }[] = []
    for (let turn = 0; refused.length < refusals; turn++) {
      const id = newId()
      const answer = await fetch(`${buyer.origin}/api/shops/${shop.shopId}/orders/${id}`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${buyer.token}`, 'content-type': 'application/json' },
        body: JSON.stringify(orderBody(shop.skuIds, turn)),
      })
      const reply = { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
      if (reply.status === 200) told.push({ id, number: Number(reply.body.number), cancelled: false })
      else refused.push({ id, turn, reply, retryAfter: answer.headers.get('retry-after') })
    }
    return refused
  }

  test('is said in every answer and once in the log, leaves nothing half, and passes by itself', async () => {
    const owner = await ApiPerson.arrive(server.origin)
    const buyers = await arriveMany(server.origin, BUYERS)
    const shop = await openShop(owner, STOCKS)
    const told: Acknowledged[] = []
    let refusals = 0
    for (let round = 1; round <= ROUNDS; round++) {
      const shopping = Promise.all(buyers.map((buyer) => orderUntilRefused(buyer, shop, told, 25)))
      setTimeout(() => disk.fill(), 200)
      const refused = (await shopping).flat()
      refusals += refused.length
      for (const { reply, retryAfter } of refused) {
        expect(reply.body).toMatchObject({ status: 503, code: 'storage-full' })
        expect(Number(retryAfter)).toBeGreaterThan(0)
      }
      expect(await healthOf(server.origin)).toMatchObject({ status: 503, code: 'storage-full' })
      const read = await owner.send<{ items: unknown[] }>('GET', `/api/shops/${shop.shopId}/orders?limit=5`)
      expect([read.status, read.body.items.length]).toEqual([200, Math.min(5, told.length)])
      disk.free()
      await untilHealth(server.origin, 'ok')
      // the very orders that were refused are placed when they are sent again
      const [first] = refused
      const again = await buyers[0]?.send(
        'PUT',
        `/api/shops/${shop.shopId}/orders/${first?.id}`,
        orderBody(shop.skuIds, first?.turn),
      )
      expect([200, 404]).toContain(again?.status)
      if (again?.status === 200)
        told.push({ id: first?.id ?? '', number: Number(again.body.number), cancelled: false })
      told.push(await orderUntilTold(buyers[1] as ApiPerson, shop, 0))
    }
    await expectBooks(place, shop, STOCKS, told)
    expect(refusals).toBeGreaterThanOrEqual(BUYERS * 25 * ROUNDS)
    const lines = troubleLines(server.output())
    expect(lines.filter(({ msg }) => msg.startsWith('no room'))).toHaveLength(1)
    expect(lines.filter(({ msg }) => msg === 'writing works again')).toHaveLength(ROUNDS)
  })

  test('a photo that does not fit leaves no piece of itself, and is kept when it is sent again', async () => {
    const owner = await ApiPerson.arrive(server.origin)
    const kept = await sendPhoto(owner, await noisyPhoto())
    expect(kept.status).toBe(200)
    const before = photoFiles()
    expect(before).toHaveLength(4)
    const photo = await noisyPhoto()
    disk.fill()
    const refused = await sendPhoto(owner, photo)
    expect(refused).toMatchObject({ status: 503, body: { code: 'storage-full' } })
    expect(photoFiles()).toEqual(before)
    const shown = await fetch(`${server.origin}${(kept.body.sizes as { url: string }[])[0]?.url}`)
    expect(shown.status).toBe(200)
    disk.free()
    expect((await sendPhoto(owner, photo, refused.id)).status).toBe(200)
    expect(photoFiles()).toHaveLength(8)
  })

  test('at the start it is said plainly, and the server starts when there is room', async () => {
    await server.stop()
    disk.fill()
    await expect(server.restart()).rejects.toThrow('There is no room left on the disk')
    expect(server.output()).not.toContain('    at ')
    disk.free()
    await server.restart()
    expect(await healthOf(server.origin)).toMatchObject({ ok: true })
  })

  test('a disk that is read-only at the start is said plainly, and nothing is lost by it', async () => {
    const [buyer] = (await arriveMany(server.origin, 1)) as [ApiPerson]
    const shop = await openShop(buyer, STOCKS)
    const order = await orderUntilTold(buyer, shop, 0)
    await server.stop()
    disk.readOnly(true)
    await expect(server.restart()).rejects.toThrow('cannot be written')
    expect(server.output()).not.toContain('    at ')
    disk.readOnly(false)
    await server.restart()
    await expectBooks(place, shop, STOCKS, [order])
  })
})
