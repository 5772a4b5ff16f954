import { existsSync, readFileSync, rmSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ApiClient } from '../support/api-client'
import { type ServerProcess, startServer } from '../support/server-process'
import { waitUntil } from '../support/wait-until'
import { type AcknowledgedOrder, openShop, placeOrderWithRetries, signInMany } from './support/buyers'
import { createSqliteStore, type DataStore } from './support/data-store'
import { fetchHealth } from './support/health'
import { expectConsistentOrders } from './support/order-consistency'
import { createNoisePhoto, sendPhoto } from './support/photo'

const LONG = process.env.KZ_LONG === '1'
const IDLE = 500
const HANGING = 200
const STOCKS = [90_000, 90_000]
/** Upper limit of additional memory in use, in MB. */
const MAX_EXTRA_MB = 60

/** Where the server writes how much memory it uses. */
const memoryFile = path.join(tmpdir(), `kaizhang-memory-${process.pid}`)

let store: DataStore
let server: ServerProcess
const sockets: Socket[] = []

beforeEach(async () => {
  store = createSqliteStore()
  const collector = path.resolve('tests/support/collect-garbage.cjs')
  server = await startServer({
    RATE_LIMIT: 'off',
    KZ_MEMORY_FILE: memoryFile,
    NODE_OPTIONS: `--expose-gc --require ${collector}`,
    ...store.env,
  })
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await server.stop('SIGKILL')
  rmSync(memoryFile, { force: true })
  await store.dispose()
})

const openConnection = (first = '') =>
  new Promise<Socket>((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1', () => resolve(socket))
    socket.on('error', reject)
    sockets.push(socket)
    if (first) socket.write(first)
  })

const openMany = (count: number, first?: string) =>
  Promise.all(Array.from({ length: count }, () => openConnection(first)))

/** Returns the memory that the server uses, in MB, after its garbage is collected. */
async function memory() {
  rmSync(memoryFile, { force: true })
  process.kill(server.pid, 'SIGUSR2')
  await waitUntil(() => existsSync(memoryFile), 'the server collects its garbage')
  return Number(readFileSync(memoryFile, 'utf8')) / 1024 / 1024
}

const head = (path: string, length: number) =>
  `POST ${path} HTTP/1.1\r\nhost: kaizhang\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n{`

test(`the server serves orders with little extra memory beside ${IDLE} idle and ${HANGING} stalled connections of each kind`, async () => {
  const owner = await ApiClient.signIn(server.origin)
  const buyers = await signInMany(server.origin, 8)
  const shop = await openShop(owner, STOCKS)
  await placeOrderWithRetries(owner, shop, 0)
  const photo = await sendPhoto(owner, await createNoisePhoto(1200))
  const acknowledged: AcknowledgedOrder[] = []
  const slowest: number[] = []
  const buying = () =>
    Promise.all(
      buyers.map(async (buyer) => {
        for (let turn = 0; turn < 10; turn++) {
          const begun = performance.now()
          acknowledged.push(await placeOrderWithRetries(buyer, shop, turn))
          slowest.push(performance.now() - begun)
        }
      }),
    )
  // excludes the memory that the orders need at first
  await buying()
  const before = await memory()
  await openMany(IDLE)
  await openMany(HANGING, 'GET /api/health HTTP/1.1\r\nhost: ')
  await openMany(HANGING, head('/api/sessions', 60_000))
  const largest = (photo.body.sizes as { url: string }[]).at(-1)?.url
  const request = `GET ${largest} HTTP/1.1\r\nhost: kaizhang\r\n\r\n`
  for (const mute of await openMany(HANGING)) {
    mute.pause()
    mute.write(request.repeat(3))
  }
  slowest.length = 0
  await buying()
  const more = (await memory()) - before
  const orders = await expectConsistentOrders(store, shop, STOCKS, acknowledged)
  expect(orders).toHaveLength(acknowledged.length + 1)
  process.stdout.write(
    `slow clients: ${more.toFixed(0)} MB more, slowest order ${Math.max(...slowest).toFixed(0)} ms\n`,
  )
  expect(more).toBeLessThan(MAX_EXTRA_MB)
})

test('stalled uploads of one account do not block the uploads of others', async () => {
  const [person, other] = (await signInMany(server.origin, 2)) as [ApiClient, ApiClient]
  const photo = await createNoisePhoto()
  const hangingUpload =
    `POST /api/photos/01KB0000000000000000000000 HTTP/1.1\r\nhost: kaizhang\r\nauthorization: Bearer ${person.token}\r\n` +
    'content-type: multipart/form-data; boundary=kz\r\ncontent-length: 8000000\r\n\r\n' +
    '--kz\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'
  const before = await memory()
  const stall = async (count: number) => {
    for (const socket of await openMany(count, hangingUpload)) socket.write(Buffer.alloc(2_000_000, 1))
  }
  await stall(60)
  // the server ends uploads that send less than a minimum
  const trickle = setInterval(() => {
    for (const socket of sockets) if (socket.writable) socket.write(Buffer.alloc(5000, 1))
  }, 1000)
  const areAllPlacesTaken = async () => {
    if ((await sendPhoto(person, photo)).status === 429) return true
    // this upload had one of the places when the others began
    await stall(10)
    return false
  }
  await waitUntil(areAllPlacesTaken, 'stalled uploads have all places of their account')
  expect((await sendPhoto(other, photo)).status).toBe(200)
  expect(await sendPhoto(person, photo)).toMatchObject({ status: 429, body: { code: 'too-many' } })
  clearInterval(trickle)
  const more = (await memory()) - before
  process.stdout.write(`hanging uploads: ${more.toFixed(0)} MB more\n`)
  expect(more).toBeLessThan(MAX_EXTRA_MB)
})

const testInLongRun = LONG ? test : test.skip
testInLongRun('stalled connections are closed within a minute, and a shutdown waits no longer', async () => {
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
  expect(await fetchHealth(server.origin)).toMatchObject({ ok: true })
  await server.stop()
})
