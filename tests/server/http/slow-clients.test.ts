import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { DEFAULT_TIMEOUTS } from '../../../server/http/timeouts'
import { signIn } from '../support/person'
import { picture, upload } from '../support/pictures'
import { openShop } from '../support/shop'
import { makeWorld, newId, type World } from '../support/world'

const TIMEOUTS = { ...DEFAULT_TIMEOUTS, head: 1600, request: 4800, silence: 2400 }

let world: World
let port: number
const sockets: Socket[] = []

beforeEach(async () => {
  world = await makeWorld({ timeouts: TIMEOUTS })
  await world.app.listen({ port: 0, host: '127.0.0.1', listenTextResolver: () => '' })
  const address = world.app.server.address()
  port = typeof address === 'object' && address ? address.port : 0
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await world.app.close()
})

interface Client {
  socket: Socket
  /** What came so far. */
  heard(): string
  ended: Promise<void>
  isOver(): boolean
}

function client(first: string): Client {
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
  return { socket, heard: () => text, ended, isOver: () => over }
}

/** Sends a little every so often until it is cut off. */
async function dribble({ socket, isOver }: Client, piece: string) {
  while (!isOver()) {
    socket.write(piece)
    await sleep(50)
  }
}

const SESSION = 'POST /api/sessions HTTP/1.1\r\nhost: kaizhang\r\ncontent-type: application/json\r\n'

test('a head that comes a letter at a time is cut off', async () => {
  const slow = client('GET /api/health HTTP/1.1\r\nhost: kaizhang\r\n')
  await dribble(slow, 'x-more: 1\r\n')
  expect(slow.heard()).toMatch(/^HTTP\/1.1 408 /)
})

test('a body that comes a letter at a time is cut off, though it never stands still', async () => {
  const slow = client(`${SESSION}content-length: 1000\r\n\r\n`)
  await dribble(slow, ' ')
  expect(slow.heard()).toMatch(/^HTTP\/1.1 408 /)
})

test('a body that stands still is cut off sooner', async () => {
  const begun = performance.now()
  const stalled = client(`${SESSION}content-length: 1000\r\n\r\n{`)
  await stalled.ended
  expect(performance.now() - begun).toBeLessThan(TIMEOUTS.request)
})

const connections = () =>
  new Promise<number>((resolve) => world.app.server.getConnections((_, count) => resolve(count)))

const untilConnections = async (wanted: number) => {
  while ((await connections()) !== wanted) await sleep(20)
}

test('who asks for much and never reads is cut off', async () => {
  const owner = await signIn(world.app)
  const photo = await picture(1200, 1200).jpeg().toBuffer()
  const sent = upload(photo)
  const { body } = await owner.call(`PUT /api/photos/${newId()}`, sent.payload, sent.headers)
  const { url } = JSON.parse(body).sizes[2]
  const name = url.slice(url.lastIndexOf('/') + 1)
  await world.blobs.put(name, Buffer.alloc(30_000_000))
  const mute = client('')
  mute.socket.pause()
  mute.socket.write(`GET ${url} HTTP/1.1\r\nhost: kaizhang\r\n\r\n`)
  await untilConnections(1)
  await sleep(TIMEOUTS.silence / 2)
  expect(await connections()).toBe(1)
  await untilConnections(0)
})

test('who asks too far ahead of the answers is cut off, and a few at once are answered in turn', async () => {
  const shop = await openShop(world)
  const wants = `GET /api/shops/${shop.shopId}/orders HTTP/1.1\r\nhost: kaizhang\r\n\r\n`
  const few = client(wants.repeat(3))
  while (few.heard().split('HTTP/1.1 401').length < 4) await sleep(5)
  expect(few.isOver()).toBe(false)
  const many = client(wants.repeat(50))
  await many.ended
  expect(many.heard().split('HTTP/1.1 401').length - 1).toBeLessThan(50)
})

test('a quick client is served while slow ones hang on, and one connection serves it again and again', async () => {
  for (let i = 0; i < 50; i++) client('GET /api/health HTTP/1.1\r\nhost: ')
  for (let i = 0; i < 50; i++) client(`${SESSION}content-length: 1000\r\n\r\n{`)
  const quick = client('')
  for (let i = 1; i <= 20; i++) {
    quick.socket.write('GET /api/health HTTP/1.1\r\nhost: kaizhang\r\n\r\n')
    while (quick.heard().split('HTTP/1.1 200').length <= i) await sleep(1)
  }
  expect(quick.isOver()).toBe(false)
})
