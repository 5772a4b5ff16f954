import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { DEFAULT_TIMEOUTS } from '../../../server/http/timeouts'
import { Queue } from '../../../server/modules/media/queue'
import { recording } from '../../support/voice'
import { type Person, signIn } from '../support/person'
import { picture, upload } from '../support/pictures'
import { sendPhoto } from '../support/send-photo'
import { sendVoice } from '../support/send-voice'
import { type Changes, makeWorld, newId, type World } from '../support/world'

let world: World
const sockets: Socket[] = []

async function listen(changes: Changes = {}) {
  world = await makeWorld(changes)
  await world.app.listen({ port: 0, host: '127.0.0.1', listenTextResolver: () => '' })
}
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await world.app.close()
})

interface Sender {
  socket: Socket
  heard(): string
  ended: Promise<void>
}

/** Opens a connection and sends the head of an upload and the first bytes of its file. */
function begin(person: Person, path: string, bytes: Buffer, first: number): Sender {
  const { payload, headers } = upload(bytes)
  const address = world.app.server.address()
  const socket = connect(typeof address === 'object' && address ? address.port : 0, '127.0.0.1')
  sockets.push(socket)
  let text = ''
  socket.on('error', () => undefined)
  socket.on('data', (part) => {
    text += part
  })
  const ended = new Promise<void>((resolve) => socket.on('close', () => resolve()))
  socket.write(
    `PUT ${path} HTTP/1.1\r\nhost: kaizhang\r\nauthorization: Bearer ${person.token}\r\n` +
      `content-type: ${headers['content-type']}\r\ncontent-length: ${payload.length}\r\n\r\n`,
  )
  socket.write(payload.subarray(0, first))
  return { socket, heard: () => text, ended }
}

/** Blocks what stores files until it is opened; `waiting` counts the files that have come so far. */
function door() {
  let open: () => void = () => undefined
  let waiting = 0
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  const { put } = world.blobs
  world.blobs.put = async (name, bytes) => {
    waiting++
    await opened
    await put(name, bytes)
  }
  return { open, waiting: () => waiting }
}

const until = async (isSo: () => boolean) => {
  while (!isSo()) await sleep(5)
}

const photoOf = (colour: string) => picture(60, 60, colour).jpeg().toBuffer()

const media = {
  photo: {
    path: () => `/api/photos/${newId()}`,
    send: async (person: Person) => sendPhoto(world.app, person, newId(), await photoOf('#123456')),
  },
  voice: {
    path: () => `/api/voices/${newId()}`,
    send: (person: Person) => sendVoice(world.app, person, newId(), recording(900)),
  },
}

describe.each(Object.entries(media))('an upload of a %s', (_, { path, send }) => {
  it('is stored while a hundred others trickle', async () => {
    // none of them is cut off meanwhile, however long the test takes
    const long = 600_000
    await listen({ timeouts: { ...DEFAULT_TIMEOUTS, silence: long, pace: { bytes: 1, every: long } } })
    const [person, ...slow] = await Promise.all(Array.from({ length: 11 }, () => signIn(world.app)))
    const bytes = Buffer.alloc(100_000, 1)
    const start = (other: Person) => begin(other, path(), bytes, 200)
    const senders = slow.map((other) => ({ other, all: Array.from({ length: 10 }, () => start(other)) }))
    const count = () =>
      new Promise<number>((resolve) => world.app.server.getConnections((_error, n) => resolve(n)))
    while ((await count()) < 100) await sleep(5)
    // the eleventh of an account shows that the ten before it have begun; one that came later than it begins anew
    for (const { other, all } of senders)
      while ((await send(other)).json().code !== 'too-many') {
        for (const [i, one] of all.entries()) if (one.heard() !== '') all[i] = start(other)
        await sleep(5)
      }
    expect((await send(person as Person)).statusCode).toBe(200)
  })

  it('is cut off with 408 below the minimum rate', async () => {
    await listen({ timeouts: { ...DEFAULT_TIMEOUTS, pace: { bytes: 1000, every: 400 } } })
    const slow = begin(await signIn(world.app), path(), Buffer.alloc(100_000, 1), 10)
    let isOver = false
    void slow.ended.then(() => {
      isOver = true
    })
    while (!isOver) {
      slow.socket.write('1')
      await sleep(50)
    }
    expect(slow.heard()).toMatch(/^HTTP\/1.1 408 /)
    expect(slow.heard()).toMatch(/retry-after: 3/i)
    expect(slow.heard()).toContain('"code":"unavailable"')
  })
})

describe('an upload that waits for its turn', () => {
  it('gets 503 and retry-after before its connection is cut', async () => {
    await listen({ timeouts: { ...DEFAULT_TIMEOUTS, turn: 200 } })
    const { open, waiting } = door()
    const [first, second] = [await signIn(world.app), await signIn(world.app)]
    const running = sendPhoto(world.app, first, newId(), await photoOf('#111111'))
    await until(() => waiting() > 0)
    const late = await sendPhoto(world.app, second, newId(), await photoOf('#222222'))
    expect(late.json()).toMatchObject({ status: 503, code: 'unavailable' })
    expect(late.headers['retry-after']).toBe('3')
    open()
    expect((await running).statusCode).toBe(200)
    expect((await sendPhoto(world.app, second, newId(), await photoOf('#222222'))).statusCode).toBe(200)
  })

  it('is dropped when its client has left', async () => {
    await listen()
    const { open, waiting } = door()
    const people = [await signIn(world.app), await signIn(world.app), await signIn(world.app)]
    const [first, second, third] = people as [Person, Person, Person]
    const running = sendPhoto(world.app, first, newId(), await photoOf('#111111'))
    await until(() => waiting() > 0)
    const bytes = await photoOf('#222222')
    const ahead = begin(second, `/api/photos/${newId()}`, bytes, bytes.length + 1000)
    const answered = jest.fn()
    world.app.server.once('request', answered)
    // the next request is read after the whole upload is
    ahead.socket.write('GET /api/health HTTP/1.1\r\nhost: kaizhang\r\n\r\n')
    await until(() => answered.mock.calls.length > 0)
    ahead.socket.destroy()
    const connections = () =>
      new Promise<number>((resolve) => world.app.server.getConnections((_error, n) => resolve(n)))
    while ((await connections()) > 0) await sleep(5)
    open()
    expect((await running).statusCode).toBe(200)
    expect((await sendPhoto(world.app, third, newId(), await photoOf('#333333'))).statusCode).toBe(200)
    const rows = await world.deps.db.query.selectFrom('photo').select('account_id').execute()
    expect(rows.map((row) => row.account_id).sort()).toEqual([first.accountId, third.accountId].sort())
  })

  it('takes one of two places of its account, and another account comes next', async () => {
    await listen()
    const { open, waiting } = door()
    const run = jest.spyOn(Queue.prototype, 'run')
    const [eager, calm] = [await signIn(world.app), await signIn(world.app)]
    const done: string[] = []
    const sent = async (person: Person, color: string) => {
      const answer = await sendPhoto(world.app, person, newId(), await photoOf(color))
      expect(answer.statusCode).toBe(200)
      done.push(person.accountId)
    }
    const many = Array.from({ length: 10 }, (_, i) => sent(eager, `#00001${i}`))
    await until(() => waiting() > 0 && run.mock.calls.length === 2)
    const one = sent(calm, '#333333')
    await until(() => run.mock.calls.length === 3)
    open()
    await Promise.all([...many, one])
    run.mockRestore()
    expect(done.indexOf(calm.accountId)).toBe(2)
  })
})

describe('a photo', () => {
  it('is refused before it is decoded when a side is longer than 12,000 pixels, or it would take seconds', async () => {
    await listen()
    const long = await picture(1, 12_001).png().toBuffer()
    // what follows the header is broken: whoever decodes it says so
    const answer = await sendPhoto(world.app, await signIn(world.app), newId(), long.subarray(0, -40))
    expect(answer.json()).toMatchObject({ status: 413, code: 'too-large' })
    const interlaced = (side: number) => picture(side, side).png({ progressive: true }).toBuffer()
    const slow = await sendPhoto(world.app, await signIn(world.app), newId(), await interlaced(2001))
    expect(slow.json()).toMatchObject({ status: 413, code: 'too-large' })
    const quick = await sendPhoto(world.app, await signIn(world.app), newId(), await interlaced(500))
    expect(quick.statusCode).toBe(200)
    const whole = await picture(12_000, 2).png().toBuffer()
    expect((await sendPhoto(world.app, await signIn(world.app), newId(), whole)).statusCode).toBe(200)
  })
})
