import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { DEFAULT_TIMEOUTS } from '../../../server/http/timeouts'
import { signIn } from '../support/api-client'
import { createUploadBody, picture } from '../support/pictures'
import { environmentPerTest, newId } from '../support/test-environment'
import { openShop } from '../support/test-shop'

const TIMEOUTS = { ...DEFAULT_TIMEOUTS, headers: 1600, request: 4800, idle: 2400 }

const env = environmentPerTest({ timeouts: TIMEOUTS })
let port: number
const sockets: Socket[] = []

beforeEach(async () => {
  await env.app.listen({ port: 0, host: '127.0.0.1', listenTextResolver: () => '' })
  const address = env.app.server.address()
  port = typeof address === 'object' && address ? address.port : 0
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
})

interface Client {
  socket: Socket
  /** Everything received so far. */
  received(): string
  ended: Promise<void>
  isOver(): boolean
}

function connectClient(first: string): Client {
  const socket = connect(port, '127.0.0.1')
  sockets.push(socket)
  let text = ''
  let over = false
  socket.on('error', () => undefined)
  socket.on('data', (part) => {
    text += part
  })
  const ended = new Promise<void>((resolve) => {
    socket.on('close', () => {
      over = true
      resolve()
    })
  })
  socket.write(first)
  return { socket, received: () => text, ended, isOver: () => over }
}

/** Sends a piece every 50 ms until the connection is closed. */
async function sendSlowly({ socket, isOver }: Client, piece: string) {
  while (!isOver()) {
    socket.write(piece)
    await sleep(50)
  }
}

const SESSION = 'POST /api/sessions HTTP/1.1\r\nhost: kaizhang\r\ncontent-type: application/json\r\n'

test('a request head sent slowly is cut off with 408', async () => {
  const slow = connectClient('GET /api/health HTTP/1.1\r\nhost: kaizhang\r\n')
  await sendSlowly(slow, 'x-more: 1\r\n')
  expect(slow.received()).toMatch(/^HTTP\/1.1 408 /)
})

test('a request body sent slowly is cut off with 408', async () => {
  const slow = connectClient(`${SESSION}content-length: 1000\r\n\r\n`)
  await sendSlowly(slow, ' ')
  expect(slow.received()).toMatch(/^HTTP\/1.1 408 /)
})

test('a stalled request body is cut off sooner than a slow one', async () => {
  const begun = performance.now()
  const stalled = connectClient(`${SESSION}content-length: 1000\r\n\r\n{`)
  await stalled.ended
  expect(performance.now() - begun).toBeLessThan(TIMEOUTS.request)
})

const connections = () =>
  new Promise<number>((resolve) => env.app.server.getConnections((_, count) => resolve(count)))

const waitForConnections = async (wanted: number) => {
  while ((await connections()) !== wanted) await sleep(20)
}

test('a client that never reads its response is cut off', async () => {
  const owner = await signIn(env.app)
  const photo = await picture(1200, 1200).jpeg().toBuffer()
  const sent = createUploadBody(photo)
  const { body } = await owner.call(`PUT /api/photos/${newId()}`, sent.payload, sent.headers)
  const { url } = JSON.parse(body).sizes[2]
  const name = url.slice(url.lastIndexOf('/') + 1)
  await env.blobs.put(name, Buffer.alloc(30_000_000))
  const mute = connectClient('')
  mute.socket.pause()
  mute.socket.write(`GET ${url} HTTP/1.1\r\nhost: kaizhang\r\n\r\n`)
  await waitForConnections(1)
  await sleep(TIMEOUTS.idle / 2)
  expect(await connections()).toBe(1)
  await waitForConnections(0)
})

test('a client with too many pipelined requests is cut off, and a few are answered in order', async () => {
  const shop = await openShop(env)
  const wants = `GET /api/shops/${shop.shopId}/orders HTTP/1.1\r\nhost: kaizhang\r\n\r\n`
  const few = connectClient(wants.repeat(3))
  while (few.received().split('HTTP/1.1 401').length < 4) await sleep(5)
  expect(few.isOver()).toBe(false)
  const many = connectClient(wants.repeat(50))
  await many.ended
  expect(many.received().split('HTTP/1.1 401').length - 1).toBeLessThan(50)
})

test('a fast client is served on one connection while slow ones are open', async () => {
  for (let i = 0; i < 50; i++) connectClient('GET /api/health HTTP/1.1\r\nhost: ')
  for (let i = 0; i < 50; i++) connectClient(`${SESSION}content-length: 1000\r\n\r\n{`)
  const quick = connectClient('')
  for (let i = 1; i <= 20; i++) {
    quick.socket.write('GET /api/health HTTP/1.1\r\nhost: kaizhang\r\n\r\n')
    while (quick.received().split('HTTP/1.1 200').length <= i) await sleep(1)
  }
  expect(quick.isOver()).toBe(false)
})
