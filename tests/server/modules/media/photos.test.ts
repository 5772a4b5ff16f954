import sharp from 'sharp'
import { oklchOf } from '@/domain/look/oklch'
import { type ApiClient, signIn } from '../../support/api-client'
import { picture } from '../../support/pictures'
import { sendPhoto } from '../../support/stories/send-media'
import { environmentPerTest, newId } from '../../support/test-environment'
import { openShop, productDraft } from '../../support/test-shop'

const env = environmentPerTest()

const send = (person: ApiClient | null, id: string, bytes: Buffer, method?: 'PUT' | 'POST') =>
  sendPhoto(env.app, person, id, bytes, method)

const file = (url: string) => env.app.inject({ url })

test('a photo may be uploaded with POST, as the mini-program does', async () => {
  const answer = await send(await signIn(env.app), newId(), await picture(160, 120).webp().toBuffer(), 'POST')
  expect(answer.statusCode).toBe(200)
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

test('a product lists its photos, and the first one is the share picture of the shop', async () => {
  const { owner, shopId, slug, productId, skuId } = await openShop(env)
  const drawn = await file(`/s/${slug}/share.jpg`)
  expect(await sharp(drawn.rawPayload).metadata()).toMatchObject({ format: 'jpeg', width: 800, height: 640 })
  const id = newId()
  const { hash } = (await send(owner, id, await picture(160, 120).jpeg().toBuffer())).json()
  const draft = { version: 1, ...productDraft(skuId), photos: [id] }
  const product = (await owner.call(`PUT /api/shops/${shopId}/products/${productId}`, draft)).json()
  expect(product.photos).toEqual([{ id, hash }])
  const share = await file(`/s/${slug}/share.jpg`)
  expect(share.rawPayload).toEqual((await file(`/photos/${hash}-share.jpg`)).rawPayload)
  expect((await file('/s/nowhere1/share.jpg')).statusCode).toBe(404)
  expect((await owner.call('GET /api/me/shops')).json().items[0].photo).toEqual({ id, hash })
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
