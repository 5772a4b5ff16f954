import sharp from 'sharp'
import { type ApiClient, call, signIn } from '../../support/api-client'
import { blockStorage } from '../../support/block-storage'
import { createUploadBody, picture } from '../../support/pictures'
import { sendPhoto } from '../../support/stories/send-media'
import { environmentPerTest, newId } from '../../support/test-environment'

const env = environmentPerTest()

const send = (person: ApiClient | null, id: string, bytes: Buffer) => sendPhoto(env.app, person, id, bytes)

const file = (url: string) => env.app.inject({ url })

test('an uploaded photo is served in three widths and as a 5:4 share picture, immutable', async () => {
  const answer = await send(await signIn(env.app), newId(), await picture().jpeg().toBuffer())
  expect(answer.statusCode).toBe(200)
  const { hash, sizes } = answer.json()
  expect(sizes.map((size: { width: number }) => size.width)).toEqual([375, 750, 1200])
  for (const { width, url } of sizes) {
    const served = await file(url)
    expect(served.headers).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
    })
    expect((await sharp(served.rawPayload).metadata()).width).toBe(width)
  }
  const share = await sharp((await file(`/photos/${hash}-share.jpg`)).rawPayload).metadata()
  expect(share).toMatchObject({ format: 'jpeg', width: 800, height: 640 })
})

test('a small photo is not enlarged, and a very tall one is reduced to 2400 pixels', async () => {
  const person = await signIn(env.app)
  const small = (await send(person, newId(), await picture(100, 80).png().toBuffer())).json()
  for (const { url } of small.sizes)
    expect((await sharp((await file(url)).rawPayload).metadata()).width).toBe(100)
  const long = (await send(person, newId(), await picture(300, 11_000).jpeg().toBuffer())).json()
  expect((await sharp((await file(long.sizes[2].url)).rawPayload).metadata()).height).toBe(2400)
})

test('a stored photo is upright and carries no metadata', async () => {
  const gps = { IFD0: { Make: 'Phone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '33/1 45/1 0/1' } }
  const turned = await picture(800, 400).jpeg().withExif(gps).withMetadata({ orientation: 6 }).toBuffer()
  expect((await sharp(turned).metadata()).exif).toBeDefined()
  const { hash, sizes } = (await send(await signIn(env.app), newId(), turned)).json()
  for (const url of [sizes[1].url, `/photos/${hash}-share.jpg`]) {
    const metadata = await sharp((await file(url)).rawPayload).metadata()
    expect(metadata.exif ?? metadata.xmp ?? metadata.iptc ?? metadata.orientation).toBeUndefined()
  }
  const upright = await sharp((await file(sizes[1].url)).rawPayload).metadata()
  expect([upright.width, upright.height]).toEqual([400, 800])
})

describe('photo upload', () => {
  const cases: [string, () => Promise<Buffer>, number, string][] = [
    [
      'an SVG',
      async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><rect width="9"/></svg>'),
      415,
      'not-a-photo',
    ],
    ['a GIF', () => picture(20, 20).gif().toBuffer(), 415, 'not-a-photo'],
    ['text named as a photo', async () => Buffer.from('hello'), 415, 'not-a-photo'],
    ['an empty file', async () => Buffer.alloc(0), 415, 'not-a-photo'],
    [
      'a truncated photo',
      async () => (await picture().jpeg().toBuffer()).subarray(0, 3000),
      415,
      'not-a-photo',
    ],
    ['too many pixels', () => picture(10_000, 6000).png().toBuffer(), 413, 'too-large'],
    ['too many bytes', async () => Buffer.alloc(8 * 1024 * 1024 + 1, 0xff), 413, 'too-large'],
  ]
  test.each(cases)('is refused for %s', async (_, make, status, code) => {
    const answer = await send(await signIn(env.app), newId(), await make())
    expect(answer.json()).toMatchObject({ status, code })
    expect(env.blobs.names()).toHaveLength(0)
  })

  test('is refused without sign-in, without a file, and as JSON', async () => {
    const person = await signIn(env.app)
    expect((await send(null, newId(), await picture().jpeg().toBuffer())).statusCode).toBe(401)
    const { headers } = createUploadBody(Buffer.alloc(0))
    const bare = await env.app.inject({
      method: 'PUT',
      url: `/api/photos/${newId()}`,
      headers: { ...headers, authorization: `Bearer ${person.token}` },
      payload: '--kz-boundary--\r\n',
    })
    expect(bare.json()).toMatchObject({ status: 400, code: 'bad-input' })
    expect((await person.call(`PUT /api/photos/${newId()}`, {})).json()).toMatchObject({
      status: 415,
      code: 'bad-input',
    })
  })

  test.each([
    '/photos/x',
    '/photos/..%2f..%2fetc%2fpasswd',
    `/photos/${'0'.repeat(32)}-375.webp`,
    '/photos/',
  ])('replies 404 for the unknown photo file %s', async (url) => {
    expect((await file(url)).json()).toMatchObject({ status: 404, code: 'not-found' })
  })
})

test('simultaneous uploads are queued, and the surplus gets 503 with retry-after', async () => {
  const people = await Promise.all(Array.from({ length: 30 }, () => signIn(env.app)))
  const bytes = await Promise.all(
    Array.from({ length: 60 }, (_, i) =>
      picture(30, 30, `#0000${(16 + i).toString(16)}`)
        .jpeg({ quality: 100 })
        .toBuffer(),
    ),
  )
  // storing the first photo lasts until the queue is full, however fast the machine is
  const { open } = blockStorage(env)
  const answers = await Promise.all(
    bytes.map(async (one, i) => {
      const answer = await send(people[i % people.length] as ApiClient, newId(), one)
      if (answer.statusCode !== 200) open()
      return answer
    }),
  )
  const refused = answers.filter(({ statusCode }) => statusCode !== 200)
  expect(answers.length - refused.length).toBeGreaterThanOrEqual(30)
  expect(refused.length).toBeGreaterThan(0)
  for (const answer of refused) {
    expect(answer.json()).toMatchObject({ status: 503, code: 'unavailable' })
    expect(answer.headers['retry-after']).toBe('3')
  }
  expect((await call(env.app, 'GET /api/health')).statusCode).toBe(200)
})
