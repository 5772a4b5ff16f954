import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { ApiPerson } from '../support/api-person'
import { type ServerProcess, startServer } from '../support/server-process'
import { type Acknowledged, arriveMany, openShop, orderUntilTold } from './support/buyers'
import { healthOf } from './support/health'
import { expectBooks } from './support/ledger'
import { noisyPhoto, sendPhoto } from './support/photo'
import { type Place, sqlitePlace } from './support/place'

const LONG = process.env.KZ_LONG === '1'
const IDLE = 500
const HANGING = 200
const STOCKS = [90_000, 90_000]
/** What so many connections may cost, in MB. */
const MOST_MORE = 120

let place: Place
let server: ServerProcess
const sockets: Socket[] = []

beforeEach(async () => {
  place = sqlitePlace()
  server = await startServer({ RATE_LIMIT: 'off', ...place.env })
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await server.stop('SIGKILL')
  await place.dispose()
})

const opened = (first = '') =>
  new Promise<Socket>((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1', () => resolve(socket))
    socket.on('error', reject)
    sockets.push(socket)
    if (first) socket.write(first)
  })

const openMany = (count: number, first?: string) =>
  Promise.all(Array.from({ length: count }, () => opened(first)))

/** The server's memory in MB, as the system counts it. */
const memory = () =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1024

const head = (path: string, length: number) =>
  `POST ${path} HTTP/1.1\r\nhost: kaizhang\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n{`

test(`${IDLE} idle connections and ${HANGING} of each kind that hang: people are served, and it costs little memory`, async () => {
  const owner = await ApiPerson.arrive(server.origin)
  const buyers = await arriveMany(server.origin, 8)
  const shop = await openShop(owner, STOCKS)
  await orderUntilTold(owner, shop, 0)
  const photo = await sendPhoto(owner, await noisyPhoto(1200))
  const told: Acknowledged[] = []
  const slowest: number[] = []
  const buying = () =>
    Promise.all(
      buyers.map(async (buyer) => {
        for (let turn = 0; turn < 10; turn++) {
          const begun = performance.now()
          told.push(await orderUntilTold(buyer, shop, turn))
          slowest.push(performance.now() - begun)
        }
      }),
    )
  // what the orders themselves cost at first is not the slow clients'
  await buying()
  const before = memory()
  await openMany(IDLE)
  await openMany(HANGING, 'GET /api/health HTTP/1.1\r\nhost: ')
  await openMany(HANGING, head('/api/sessions', 60_000))
  const largest = (photo.body.sizes as { url: string }[]).at(-1)?.url
  const wants = `GET ${largest} HTTP/1.1\r\nhost: kaizhang\r\n\r\n`
  for (const mute of await openMany(HANGING)) {
    mute.pause()
    mute.write(wants.repeat(3))
  }
  slowest.length = 0
  await buying()
  let more = memory() - before
  // garbage that was not collected yet is nothing they hold
  for (let round = 0; more >= MOST_MORE && round < 5; round++) {
    await buying()
    more = memory() - before
  }
  const orders = await expectBooks(place, shop, STOCKS, told)
  expect(orders).toHaveLength(told.length + 1)
  process.stdout.write(
    `slow clients: ${more.toFixed(0)} MB more, slowest order ${Math.max(...slowest).toFixed(0)} ms\n`,
  )
  expect(more).toBeLessThan(MOST_MORE)
})

test('people who send a photo and never finish do not keep others from sending theirs', async () => {
  const [person, other] = (await arriveMany(server.origin, 2)) as [ApiPerson, ApiPerson]
  const photo = await noisyPhoto()
  const hangingUpload =
    `POST /api/photos/01KB0000000000000000000000 HTTP/1.1\r\nhost: kaizhang\r\nauthorization: Bearer ${person.token}\r\n` +
    'content-type: multipart/form-data; boundary=kz\r\ncontent-length: 8000000\r\n\r\n' +
    '--kz\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'
  const before = memory()
  for (const socket of await openMany(60, hangingUpload)) socket.write(Buffer.alloc(2_000_000, 1))
  await sleep(500)
  expect((await sendPhoto(other, photo)).status).toBe(200)
  expect(await sendPhoto(person, photo)).toMatchObject({ status: 429, body: { code: 'too-many' } })
  expect(memory() - before).toBeLessThan(MOST_MORE)
  process.stdout.write(`hanging uploads: ${(memory() - before).toFixed(0)} MB more\n`)
})

const long = LONG ? test : test.skip
long(
  'whatever hangs is cut off in a minute, and a server that is told to stop does not wait longer than that',
  async () => {
    const hanging = await openMany(20, head('/api/sessions', 60_000))
    const heads = await openMany(20, 'GET /api/health HTTP/1.1\r\nhost: ')
    const closed = [...hanging, ...heads].map(
      (socket) =>
        new Promise((resolve) =>
          socket
            .on('close', resolve)
            .on('error', () => undefined)
            .resume(),
        ),
    )
    await Promise.all(closed)
    await openMany(1, head('/api/sessions', 60_000))
    await sleep(200)
    expect(await healthOf(server.origin)).toMatchObject({ ok: true })
    await server.stop()
  },
)
