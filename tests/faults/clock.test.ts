import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ApiPerson, newId } from '../support/api-person'
import { type ServerProcess, startServer } from '../support/server-process'
import { type Acknowledged, arriveMany, cancelUntilTold, openShop, orderUntilTold } from './support/buyers'
import { ENGINES } from './support/engines'
import { expectBooks, expectIdleJobs } from './support/ledger'
import { noisyPhoto, sendPhoto } from './support/photo'
import type { Place } from './support/place'

const LONG = process.env.KZ_LONG === '1'
const HOUR = 3_600_000
const DAY = 24 * HOUR
const YEAR = 365 * DAY
/** Where the clock is put, in turn, against the right time. */
const PUT = [DAY, DAY - HOUR, YEAR, 0, -HOUR, -DAY, 0]
const ORDERS = LONG ? 2000 : 210
const BUYERS = 8
const STOCKS = [9000, 9000, 9000]

describe.each(ENGINES)('the clock of two servers on one %s', (name, openPlace) => {
  let place: Place
  let folder: string
  let servers: [ServerProcess, ServerProcess]

  const putClock = (by: number) => {
    const file = path.join(folder, 'clock')
    writeFileSync(`${file}.new`, String(by))
    renameSync(`${file}.new`, file)
  }

  beforeEach(async () => {
    place = await openPlace()
    folder = mkdtempSync(path.join(tmpdir(), 'kz-clock-'))
    putClock(0)
    const env = {
      ...place.env,
      NODE_OPTIONS: `--require ${path.resolve('tests/support/put-clock.cjs')}`,
      KZ_CLOCK: path.join(folder, 'clock'),
      RATE_LIMIT: 'off',
    }
    servers = await Promise.all([startServer(env), startServer(env)])
  })
  afterEach(async () => {
    for (const server of servers ?? []) await server.stop('SIGKILL')
    await place?.dispose()
    rmSync(folder, { recursive: true, force: true })
  })

  const job = async (id: string) => {
    const [row] = await place.ask(`select run_at, attempts from job where id = '${id}'`)
    return { runAt: Number(row?.run_at), attempts: Number(row?.attempts) }
  }

  /** Waits until the recurring work was seen to by a clock that stands so. */
  async function untilPutOff(by: number) {
    const near = async (id: string) => {
      const { runAt } = await job(id)
      const now = Date.now() + by
      return runAt > now && runAt <= now + 7 * DAY
    }
    while (!(await near('sweep-photos')) || !(await near('sweep-sessions'))) await sleep(50)
  }

  test('jumps by a day and a year and back: orders, people and photos stay, and work goes on', async () => {
    const owner = await ApiPerson.arrive(servers[0].origin)
    const buyers = await arriveMany(servers[1].origin, BUYERS)
    const shop = await openShop(owner, STOCKS)
    const photo = await sendPhoto(owner, await noisyPhoto())
    expect(photo.status).toBe(200)
    const told: Acknowledged[] = []
    let next = 0
    const buy = async (buyer: ApiPerson) => {
      while (next < ORDERS) {
        const turn = next++
        const phone = buyer.at(servers[turn % 2 === 0 ? 0 : 1].origin)
        const order = await orderUntilTold(phone, shop, turn)
        told.push(turn % 10 === 9 ? await cancelUntilTold(phone, shop, order) : order)
      }
    }
    const put = async () => {
      for (const [i, by] of PUT.entries()) {
        while (told.length < (ORDERS * (i + 1)) / (PUT.length + 1)) await sleep(2)
        putClock(by)
      }
    }
    await Promise.all([put(), ...buyers.map(buy)])
    expect(told).toHaveLength(ORDERS)
    await expectBooks(place, shop, STOCKS, told)

    for (const by of [YEAR, 0, 2 * YEAR, -HOUR, 0]) {
      putClock(by)
      await untilPutOff(by)
    }
    await expectIdleJobs(place)
    // nobody was signed out, and no photo went that a shop was about to show
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
    for (const server of servers) expect(server.output()).not.toMatch(/"level":(50|60)/)
    process.stdout.write(
      `clocks of two servers on one ${name} put ${PUT.length + 5} times: ${told.length} orders acknowledged, each found once\n`,
    )
  })
})
