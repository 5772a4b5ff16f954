import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { DEFAULT_TIMEOUTS } from '../../../../server/http/timeouts'
import { Queue } from '../../../../server/modules/media/queue'
import { createRecording } from '../../../support/voice-recording'
import { waitUntil } from '../../../support/wait-until'
import { type ApiClient, signIn } from '../../support/api-client'
import { blockStorage } from '../../support/block-storage'
import { createUploadBody, picture } from '../../support/pictures'
import { sendPhoto, sendVoice } from '../../support/stories/send-media'
import {
  createTestEnvironment,
  type EnvironmentOptions,
  newId,
  type TestEnvironment,
} from '../../support/test-environment'

let env: TestEnvironment
const sockets: Socket[] = []

async function listen(changes: EnvironmentOptions = {}) {
  env = await createTestEnvironment(changes)
  await env.app.listen({ port: 0, host: '127.0.0.1', listenTextResolver: () => '' })
}
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await env.app.close()
})

interface Sender {
  socket: Socket
  received(): string
  ended: Promise<void>
}

/** Opens a connection and sends the head of an upload and the first bytes of its file. */
function begin(person: ApiClient, path: string, bytes: Buffer, first: number): Sender {
  const { payload, headers } = createUploadBody(bytes)
  const address = env.app.server.address()
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
  return { socket, received: () => text, ended }
}

const photoOf = (color: string) => picture(60, 60, color).jpeg().toBuffer()

const media = {
  photo: {
    path: () => `/api/photos/${newId()}`,
    send: async (person: ApiClient) => sendPhoto(env.app, person, newId(), await photoOf('#123456')),
  },
  voice: {
    path: () => `/api/voices/${newId()}`,
    send: (person: ApiClient) => sendVoice(env.app, person, newId(), createRecording(900)),
  },
}

describe.each(Object.entries(media))('an upload of a %s', (_, { path, send }) => {
  it('is stored while a hundred others are slow', async () => {
    // no upload is cut off for slowness, however long the test takes
    const long = 600_000
    await listen({ timeouts: { ...DEFAULT_TIMEOUTS, idle: long, minimumRate: { bytes: 1, every: long } } })
    const [person, ...slow] = await Promise.all(Array.from({ length: 11 }, () => signIn(env.app)))
    const bytes = Buffer.alloc(100_000, 1)
    const start = (other: ApiClient) => begin(other, path(), bytes, 200)
    const senders = slow.map((other) => ({ other, all: Array.from({ length: 10 }, () => start(other)) }))
    const count = () =>
      new Promise<number>((resolve) => env.app.server.getConnections((_error, n) => resolve(n)))
    await waitUntil(async () => (await count()) >= 100, 'a hundred uploads were connected')
    // an eleventh upload of an account is refused once the ten before it run; an answered one is started again
    for (const { other, all } of senders)
      while ((await send(other)).json().code !== 'too-many') {
        for (const [i, one] of all.entries()) if (one.received() !== '') all[i] = start(other)
        await sleep(5)
      }
    expect((await send(person as ApiClient)).statusCode).toBe(200)
  })

  it('is cut off with 408 below the minimum rate', async () => {
    await listen({ timeouts: { ...DEFAULT_TIMEOUTS, minimumRate: { bytes: 1000, every: 400 } } })
    const slow = begin(await signIn(env.app), path(), Buffer.alloc(100_000, 1), 10)
    let isOver = false
    void slow.ended.then(() => {
      isOver = true
    })
    while (!isOver) {
      slow.socket.write('1')
      await sleep(50)
    }
    expect(slow.received()).toMatch(/^HTTP\/1.1 408 /)
    expect(slow.received()).toMatch(/retry-after: 3/i)
    expect(slow.received()).toContain('"code":"unavailable"')
  })
})

describe('a queued upload', () => {
  it('gets 503 with retry-after before its connection times out', async () => {
    await listen({ timeouts: { ...DEFAULT_TIMEOUTS, queueWait: 200 } })
    const { open, waiting } = blockStorage(env)
    const [first, second] = [await signIn(env.app), await signIn(env.app)]
    const running = sendPhoto(env.app, first, newId(), await photoOf('#111111'))
    await waitUntil(() => waiting() > 0, 'the first upload reached the storage')
    const late = await sendPhoto(env.app, second, newId(), await photoOf('#222222'))
    expect(late.json()).toMatchObject({ status: 503, code: 'unavailable' })
    expect(late.headers['retry-after']).toBe('3')
    open()
    expect((await running).statusCode).toBe(200)
    expect((await sendPhoto(env.app, second, newId(), await photoOf('#222222'))).statusCode).toBe(200)
  })

  it('is dropped when its client disconnects', async () => {
    await listen()
    const { open, waiting } = blockStorage(env)
    const people = [await signIn(env.app), await signIn(env.app), await signIn(env.app)]
    const [first, second, third] = people as [ApiClient, ApiClient, ApiClient]
    const running = sendPhoto(env.app, first, newId(), await photoOf('#111111'))
    await waitUntil(() => waiting() > 0, 'the first upload reached the storage')
    const bytes = await photoOf('#222222')
    const ahead = begin(second, `/api/photos/${newId()}`, bytes, bytes.length + 1000)
    const answered = jest.fn()
    env.app.server.once('request', answered)
    // the next request is read only after the whole upload
    ahead.socket.write('GET /api/health HTTP/1.1\r\nhost: kaizhang\r\n\r\n')
    await waitUntil(() => answered.mock.calls.length > 0, 'the server read the second request')
    ahead.socket.destroy()
    const connections = () =>
      new Promise<number>((resolve) => env.app.server.getConnections((_error, n) => resolve(n)))
    await waitUntil(async () => (await connections()) === 0, 'the connection was closed')
    open()
    expect((await running).statusCode).toBe(200)
    expect((await sendPhoto(env.app, third, newId(), await photoOf('#333333'))).statusCode).toBe(200)
    const rows = await env.deps.db.query.selectFrom('photo').select('account_id').execute()
    expect(rows.map((row) => row.account_id).sort()).toEqual([first.accountId, third.accountId].sort())
  })

  it('uses one of two slots of its account, and another account comes next', async () => {
    await listen()
    const { open, waiting } = blockStorage(env)
    const run = jest.spyOn(Queue.prototype, 'run')
    const [eager, calm] = [await signIn(env.app), await signIn(env.app)]
    const done: string[] = []
    const sent = async (person: ApiClient, color: string) => {
      const answer = await sendPhoto(env.app, person, newId(), await photoOf(color))
      expect(answer.statusCode).toBe(200)
      done.push(person.accountId)
    }
    const many = Array.from({ length: 10 }, (_, i) => sent(eager, `#00001${i}`))
    await waitUntil(() => waiting() > 0 && run.mock.calls.length === 2, 'two uploads of the account ran')
    const one = sent(calm, '#333333')
    await waitUntil(() => run.mock.calls.length === 3, 'the upload of the other account was queued')
    open()
    await Promise.all([...many, one])
    run.mockRestore()
    expect(done.indexOf(calm.accountId)).toBe(2)
  })
})

describe('a photo', () => {
  it('is rejected before decoding when a side exceeds 12,000 pixels or it would take seconds', async () => {
    await listen()
    const long = await picture(1, 12_001).png().toBuffer()
    // the data after the header is broken, so decoding would fail
    const answer = await sendPhoto(env.app, await signIn(env.app), newId(), long.subarray(0, -40))
    expect(answer.json()).toMatchObject({ status: 413, code: 'too-large' })
    const interlaced = (side: number) => picture(side, side).png({ progressive: true }).toBuffer()
    const slow = await sendPhoto(env.app, await signIn(env.app), newId(), await interlaced(2001))
    expect(slow.json()).toMatchObject({ status: 413, code: 'too-large' })
    const quick = await sendPhoto(env.app, await signIn(env.app), newId(), await interlaced(500))
    expect(quick.statusCode).toBe(200)
    const whole = await picture(12_000, 2).png().toBuffer()
    expect((await sendPhoto(env.app, await signIn(env.app), newId(), whole)).statusCode).toBe(200)
  })
})
