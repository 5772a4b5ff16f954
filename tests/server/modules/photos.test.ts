import sharp from 'sharp'
import { oklchOf } from '@/domain/oklch'
import { type ApiClient, call, signIn } from '../support/api-client'
import { createUploadBody, picture } from '../support/pictures'
import { sendPhoto } from '../support/send-photo'
import { createTestEnvironment, newId, type TestEnvironment } from '../support/test-environment'
import { openShop, productDraft } from '../support/test-shop'

let env: TestEnvironment
beforeEach(async () => {
  env = await createTestEnvironment()
})
afterEach(() => env.app.close())

const send = (person: ApiClient | null, id: string, bytes: Buffer, method?: 'PUT' | 'POST') =>
  sendPhoto(env.app, person, id, bytes, method)

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

test('a photo may be uploaded with POST, as the mini-program does', async () => {
  const answer = await send(await signIn(env.app), newId(), await picture().webp().toBuffer(), 'POST')
  expect(answer.statusCode).toBe(200)
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

test('a repeated upload answers the same, other bytes conflict, and another account gets 404', async () => {
  const [person, stranger] = [await signIn(env.app), await signIn(env.app)]
  const [id, bytes] = [newId(), await picture(200, 200).jpeg().toBuffer()]
  const [a, b] = await Promise.all([send(person, id, bytes), send(person, id, bytes)])
  expect(a.statusCode).toBe(200)
  expect(b.json()).toEqual(a.json())
  const other = await picture(200, 200, '#ffffff').jpeg().toBuffer()
  expect((await send(person, id, other)).json()).toMatchObject({ status: 409, code: 'idempotency-conflict' })
  expect((await send(stranger, id, bytes)).statusCode).toBe(404)
  const twin = await send(stranger, newId(), bytes)
  expect(twin.json().hash).toBe(a.json().hash)
  expect(env.blobs.names()).toHaveLength(4)
})

describe('a photo upload is refused', () => {
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
  test.each(cases)('for %s', async (_, make, status, code) => {
    const answer = await send(await signIn(env.app), newId(), await make())
    expect(answer.json()).toMatchObject({ status, code })
    expect(env.blobs.names()).toHaveLength(0)
  })

  test('without sign-in, without a file, and as JSON', async () => {
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
  ])('the photo file %s is not found', async (url) => {
    expect((await file(url)).json()).toMatchObject({ status: 404, code: 'not-found' })
  })
})

test('a product lists its photos, and the first one is the share picture of the shop', async () => {
  const { owner, shopId, slug, productId, skuId } = await openShop(env)
  const drawn = await file(`/s/${slug}/share.jpg`)
  expect(await sharp(drawn.rawPayload).metadata()).toMatchObject({ format: 'jpeg', width: 800, height: 640 })
  const id = newId()
  const { hash } = (await send(owner, id, await picture().jpeg().toBuffer())).json()
  const draft = { version: 1, ...productDraft(skuId), photos: [id] }
  const product = (await owner.call(`PUT /api/shops/${shopId}/products/${productId}`, draft)).json()
  expect(product.photos).toEqual([{ id, hash }])
  const share = await file(`/s/${slug}/share.jpg`)
  expect(share.rawPayload).toEqual((await file(`/photos/${hash}-share.jpg`)).rawPayload)
  expect((await file('/s/nowhere1/share.jpg')).statusCode).toBe(404)
  expect((await owner.call('GET /api/me/shops')).json().items[0].photo).toEqual({ id, hash })
})

test('simultaneous uploads are queued, and the surplus gets 503 with retry-after', async () => {
  const people = await Promise.all(Array.from({ length: 8 }, () => signIn(env.app)))
  const bytes = await Promise.all(
    Array.from({ length: 60 }, (_, i) =>
      picture(30, 30, `#0000${(16 + i).toString(16)}`)
        .jpeg({ quality: 100 })
        .toBuffer(),
    ),
  )
  const answers = await Promise.all(
    bytes.map((one, i) => send(people[i % people.length] as ApiClient, newId(), one)),
  )
  const codes = answers.map((answer) => answer.statusCode)
  expect(codes.filter((code) => code === 200).length).toBeGreaterThanOrEqual(30)
  for (const answer of answers.filter((one) => one.statusCode !== 200)) {
    expect(answer.json()).toMatchObject({ status: 503, code: 'unavailable' })
    expect(answer.headers['retry-after']).toBe('3')
  }
  expect((await call(env.app, 'GET /api/health')).statusCode).toBe(200)
})

test('one account may upload ten photos at once, and more are refused with 429', async () => {
  const person = await signIn(env.app)
  const photo = await picture(30, 30).jpeg().toBuffer()
  // no upload finishes before all surplus ones were refused
  let open: () => void = () => undefined
  const door = new Promise<void>((resolve) => {
    open = resolve
  })
  const { put } = env.blobs
  const slow = jest.spyOn(env.blobs, 'put').mockImplementation(async (name, bytes) => {
    await door
    await put(name, bytes)
  })
  const refused: Awaited<ReturnType<typeof send>>[] = []
  const sent = async () => {
    const answer = await send(person, newId(), photo)
    if (answer.statusCode === 200) return
    refused.push(answer)
    if (refused.length === 10) open()
  }
  await Promise.all(Array.from({ length: 20 }, sent))
  slow.mockRestore()
  expect(refused).toHaveLength(10)
  for (const one of refused) expect(one.json()).toMatchObject({ status: 429, code: 'too-many' })
  expect((await send(person, newId(), photo)).statusCode).toBe(200)
})

test('the seed colour of a photo is readable by its sender only', async () => {
  const [person, other] = [await signIn(env.app), await signIn(env.app)]
  const id = newId()
  await send(person, id, await picture(400, 300, '#4f7d2a').jpeg().toBuffer())
  const seed = (await person.call(`GET /api/photos/${id}/seed`)).json().seed
  expect(Math.abs(oklchOf(seed).h - oklchOf('#4f7d2a').h)).toBeLessThan(6)
  expect((await other.call(`GET /api/photos/${id}/seed`)).statusCode).toBe(404)
  const grey = newId()
  await send(person, grey, await picture(40, 30, '#888888').jpeg().toBuffer())
  expect((await person.call(`GET /api/photos/${grey}/seed`)).json().seed).toBe('#6b4a34')
})
