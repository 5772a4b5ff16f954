import { VOICE_MS } from '@/domain/voice'
import { createRecording } from '../../../support/voice-recording'
import { signIn } from '../../support/api-client'
import { createUploadBody } from '../../support/pictures'
import { sendVoice } from '../../support/stories/send-media'
import { environmentPerTest, newId } from '../../support/test-environment'

const spoken = createRecording(1500)
/** A recording of the maximum length, and one that is longer. */
const [minute, longer] = [repeated(VOICE_MS), repeated(VOICE_MS + 1000)]

/** Builds a long recording quickly by repeating one frame. */
function repeated(ms: number): Buffer {
  const frames = Math.ceil(ms / 36)
  const [frame] = [spoken.subarray(144 * 4, 144 * 5)]
  return Buffer.concat(Array.from({ length: frames }, () => frame))
}

const env = environmentPerTest()

const file = (url: string, headers = {}) => env.app.inject({ url, headers })

test('an uploaded voice is served without its tags, immutable, with its length', async () => {
  const tagged = Buffer.concat([spoken, Buffer.from('TAG'), Buffer.alloc(125, 'where it was')])
  const answer = await sendVoice(env.app, await signIn(env.app), newId(), tagged)
  const { hash, ms, url } = answer.json()
  expect(url).toBe(`/voices/${hash}.mp3`)
  expect(ms).toBeGreaterThanOrEqual(1500)
  expect(ms).toBeLessThan(1700)
  const served = await file(url)
  expect(served.rawPayload).toEqual(spoken)
  expect(served.headers).toMatchObject({
    'content-type': 'audio/mpeg',
    'content-length': String(spoken.length),
    'cache-control': 'public, max-age=31536000, immutable',
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
  })
})

test('a voice may be uploaded with POST, as the mini-program does', async () => {
  const answer = await sendVoice(env.app, await signIn(env.app), newId(), spoken, 'POST')
  expect(answer.statusCode).toBe(200)
})

test('a voice is served in ranges', async () => {
  const { url } = (await sendVoice(env.app, await signIn(env.app), newId(), spoken)).json()
  const size = spoken.length
  const ranges: [range: string, start: number, end: number][] = [
    ['bytes=0-1', 0, 1],
    ['bytes=0-', 0, size - 1],
    ['bytes=100-99999999', 100, size - 1],
    ['bytes=-20', size - 20, size - 1],
  ]
  for (const [range, start, end] of ranges) {
    const part = await file(url, { range })
    expect([range, part.statusCode]).toEqual([range, 206])
    expect(part.headers['content-range']).toBe(`bytes ${start}-${end}/${size}`)
    expect(part.headers['content-length']).toBe(String(end - start + 1))
    expect(part.rawPayload).toEqual(spoken.subarray(start, end + 1))
  }
  for (const range of [`bytes=${size}-`, 'bytes=-0']) {
    const none = await file(url, { range })
    expect([range, none.statusCode, none.headers['content-range']]).toEqual([range, 416, `bytes */${size}`])
  }
  const { etag } = (await file(url)).headers
  expect((await file(url, { range: 'bytes=0-1', 'if-range': String(etag) })).statusCode).toBe(206)
  // a stale if-range, several ranges and an invalid range answer the whole file
  for (const headers of [
    { range: 'bytes=0-1', 'if-range': '"other"' },
    { range: 'bytes=0-1,5-6' },
    { range: 'bytes=5-2' },
    { range: 'lines=0-1' },
  ])
    expect((await file(url, headers)).statusCode).toBe(200)
})

test('a repeated upload answers the same, other bytes conflict, and another account gets 404', async () => {
  const [person, stranger] = [await signIn(env.app), await signIn(env.app)]
  const id = newId()
  const [a, b] = await Promise.all([
    sendVoice(env.app, person, id, spoken),
    sendVoice(env.app, person, id, spoken),
  ])
  expect([a.statusCode, b.json()]).toEqual([200, a.json()])
  expect((await sendVoice(env.app, person, id, createRecording(900))).json()).toMatchObject({
    status: 409,
    code: 'idempotency-conflict',
  })
  expect((await sendVoice(env.app, stranger, id, spoken)).statusCode).toBe(404)
  expect((await sendVoice(env.app, stranger, newId(), spoken)).json().hash).toBe(a.json().hash)
  expect(env.blobs.names()).toEqual([`${a.json().hash}.mp3`])
})

describe('voice upload', () => {
  const cases: [string, Buffer, number, string][] = [
    ['text', Buffer.from('hello'), 415, 'not-a-voice'],
    ['an empty file', Buffer.alloc(0), 415, 'not-a-voice'],
    ['a picture', Buffer.from('ffd8ffe000104a464946', 'hex'), 415, 'not-a-voice'],
    ['HTML in a tag', Buffer.from('ID3\x04\0\0\0\0\0\x10<script>alert(1)', 'latin1'), 415, 'not-a-voice'],
    ['half a frame', spoken.subarray(0, 70), 415, 'not-a-voice'],
    ['61 seconds', longer, 413, 'too-large'],
    ['too many bytes', Buffer.alloc(512 * 1024 + 1, 0xff), 413, 'too-large'],
  ]
  test.each(cases)('is refused for %s', async (_, bytes, status, code) => {
    const answer = await sendVoice(env.app, await signIn(env.app), newId(), bytes)
    expect(answer.json()).toMatchObject({ status, code })
    expect(env.blobs.names()).toEqual([])
  })

  test('is refused without sign-in, without a file, and as JSON', async () => {
    const person = await signIn(env.app)
    expect((await sendVoice(env.app, null, newId(), spoken)).statusCode).toBe(401)
    const { headers } = createUploadBody(Buffer.alloc(0))
    const bare = await env.app.inject({
      method: 'PUT',
      url: `/api/voices/${newId()}`,
      headers: { ...headers, authorization: `Bearer ${person.token}` },
      payload: '--kz-boundary--\r\n',
    })
    expect(bare.json()).toMatchObject({ status: 400, code: 'bad-input' })
    expect((await person.call(`PUT /api/voices/${newId()}`, {})).json().code).toBe('bad-input')
  })

  test.each([
    `/voices/${'0'.repeat(32)}.mp3`,
    '/voices/..%2f..%2fsecret.mp3',
    `/voices/${'0'.repeat(32)}-375.webp`,
    '/voices/',
  ])('replies 404 for the unknown voice file %s', async (url) => {
    expect((await file(url)).json()).toMatchObject({ status: 404, code: 'not-found' })
  })

  test('is not served as a photo', async () => {
    const { hash } = (await sendVoice(env.app, await signIn(env.app), newId(), spoken)).json()
    expect((await file(`/photos/${hash}.mp3`)).statusCode).toBe(404)
  })
})

test('a recording of a whole minute is accepted', async () => {
  const answer = await sendVoice(env.app, await signIn(env.app), newId(), minute)
  expect([answer.statusCode, Math.round(answer.json().ms / 1000)]).toEqual([200, 60])
})

test('one account may upload ten voices at once, and more are refused with 429', async () => {
  const person = await signIn(env.app)
  let go = () => undefined as unknown
  const unblocked = new Promise((resolve) => {
    go = () => resolve(undefined)
  })
  const { size } = env.blobs
  env.blobs.size = (name) => unblocked.then(() => size(name))
  let refused = 0
  const answers = Array.from({ length: 20 }, () => sendVoice(env.app, person, newId(), spoken))
  for (const answer of answers) {
    void answer.then((one) => {
      if (one.json().code === 'too-many') refused++
      if (refused === 10) go()
    })
  }
  const codes = (await Promise.all(answers)).map((one) => one.statusCode)
  expect(codes.filter((code) => code === 200)).toHaveLength(10)
})
