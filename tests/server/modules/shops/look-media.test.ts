import type { Look } from '@/domain/look/look'
import type { Voice } from '@/domain/voice'
import { createBundledLook } from '@/templates/bundled-templates'
import { looks } from '../../../../server/look-catalog'
import { createRecording } from '../../../support/voice-recording'
import { type ApiClient, signIn } from '../../support/api-client'
import { picture } from '../../support/pictures'
import { sendPhoto, sendVoice } from '../../support/stories/send-media'
import { environmentPerTest, newId } from '../../support/test-environment'
import { type OpenedShop, openShop, productDraft } from '../../support/test-shop'

// skips the validation of settings
const env = environmentPerTest({ looks: { ...looks, validate: () => [] } })
let shop: OpenedShop
let version: number
beforeEach(async () => {
  shop = await openShop(env)
  version = 0
})

interface Photo {
  id: string
  hash: string
}

async function uploadPhoto(person: ApiClient, color: string): Promise<Photo> {
  const id = newId()
  const answer = await sendPhoto(env.app, person, id, await picture(40, 30, color).jpeg().toBuffer())
  return { id, hash: answer.json().hash }
}

async function uploadVoice(person: ApiClient, hertz = 440): Promise<Voice> {
  const { id, hash, ms } = (await sendVoice(env.app, person, newId(), createRecording(400, hertz))).json()
  return { id, hash, ms }
}

async function saveSection(kind: string, settings: object, radius?: number) {
  const look = { ...(createBundledLook('plain') as Look), version, sections: [{ id: 'a', kind, settings }] }
  if (radius !== undefined) look.theme.radius = radius
  const answer = await shop.owner.call(`PUT /api/shops/${shop.shopId}/look-draft`, look)
  if (answer.statusCode === 200) version++
  return answer
}
const savePhotos = (...photos: Photo[]) => saveSection('text-block', { title: '', photos })
const saveVoice = (voice: Voice | null) =>
  saveSection('story', { title: '', text: '', photos: [], form: 'page', voice })
const publish = () =>
  shop.owner.call(`POST /api/shops/${shop.shopId}/look/publish`, { id: newId(), draftVersion: version })

/** Publishes looks without photos and voices until the history has no others. */
async function leaveHistory() {
  for (let more = 0; more < 20; more++) {
    await saveSection('text-block', { title: '', photos: [] }, more)
    await publish()
  }
}

/** Returns true if a file is still served after two weeks of daily sweeps. */
async function survivesSweeps(url: string): Promise<boolean> {
  await env.app.worker.start(3_600_000)
  for (let day = 0; day < 14; day++) await env.runAfter(86_400_000)
  return (await env.app.inject({ url })).statusCode === 200
}
const fileOfPhoto = ({ hash }: Photo) => `/photos/${hash}-375.webp`
const fileOfVoice = ({ hash }: Voice) => `/voices/${hash}.mp3`

test('a look may use photos of its owners and photos that its products show', async () => {
  const other = await signIn(env.app)
  const theirs = await uploadPhoto(other, '#112233')
  expect((await savePhotos(await uploadPhoto(shop.owner, '#445566'))).statusCode).toBe(200)
  expect((await savePhotos(theirs)).statusCode).toBe(400)
  await other.call('POST /api/sessions', { provider: 'key', key: shop.key })
  const route = `PUT /api/shops/${shop.shopId}/products/${shop.productId}`
  await other.call(route, { version: 1, ...productDraft(shop.skuId), photos: [theirs.id] })
  await other.call(`DELETE /api/shops/${shop.shopId}/other-owners`)
  shop = { ...shop, owner: other }
  expect((await savePhotos(theirs)).statusCode).toBe(200)
})

test('saving a look names the field of an unknown photo or of one with another hash', async () => {
  const mine = await uploadPhoto(shop.owner, '#112233')
  for (const wrong of [
    { id: newId(), hash: mine.hash },
    { id: mine.id, hash: '0'.repeat(32) },
  ]) {
    const answer = await savePhotos(mine, wrong)
    expect(answer.json().fields).toEqual([
      { path: '/sections/0/settings/photos/1', message: expect.any(String) },
    ])
  }
})

test('a photo in the draft look survives the sweep', async () => {
  const mine = await uploadPhoto(shop.owner, '#112233')
  await savePhotos(mine)
  expect(await survivesSweeps(fileOfPhoto(mine))).toBe(true)
})

test('a photo in a published look survives the sweep until the look leaves the history', async () => {
  const mine = await uploadPhoto(shop.owner, '#112233')
  await savePhotos(mine)
  await publish()
  await savePhotos()
  await publish()
  expect(await survivesSweeps(fileOfPhoto(mine))).toBe(true)
  await leaveHistory()
  expect(await survivesSweeps(fileOfPhoto(mine))).toBe(false)
})

test('a photo that a product drops survives the sweep while the look uses it', async () => {
  const mine = await uploadPhoto(shop.owner, '#112233')
  const route = `PUT /api/shops/${shop.shopId}/products/${shop.productId}`
  await shop.owner.call(route, { version: 1, ...productDraft(shop.skuId), photos: [mine.id] })
  await savePhotos(mine)
  await shop.owner.call(route, { version: 2, ...productDraft(shop.skuId), photos: [] })
  expect(await survivesSweeps(fileOfPhoto(mine))).toBe(true)
})

test('a look may use voices of its owners only', async () => {
  const other = await signIn(env.app)
  const theirs = await uploadVoice(other)
  expect((await saveVoice(await uploadVoice(shop.owner, 500))).statusCode).toBe(200)
  expect((await saveVoice(theirs)).json().fields).toEqual([
    { path: '/sections/0/settings/voice', message: expect.any(String) },
  ])
  // the voice stays usable after its sender is removed as an owner
  await other.call('POST /api/sessions', { provider: 'key', key: shop.key })
  expect((await saveVoice(theirs)).statusCode).toBe(200)
  await shop.owner.call(`DELETE /api/shops/${shop.shopId}/other-owners`)
  expect((await saveVoice(theirs)).statusCode).toBe(200)
})

test('saving a look rejects a voice with an unknown id, another hash or another length', async () => {
  const mine = await uploadVoice(shop.owner)
  for (const wrong of [
    { ...mine, id: newId() },
    { ...mine, hash: '0'.repeat(32) },
    { ...mine, ms: mine.ms + 1 },
  ])
    expect((await saveVoice(wrong)).json().code).toBe('bad-input')
})

test('a voice in the draft look survives the sweep, and an unused voice does not', async () => {
  const [mine, unused] = [await uploadVoice(shop.owner), await uploadVoice(shop.owner, 600)]
  await saveVoice(mine)
  expect(await survivesSweeps(fileOfVoice(mine))).toBe(true)
  expect((await env.app.inject({ url: fileOfVoice(unused) })).statusCode).toBe(404)
  expect(await env.deps.db.query.selectFrom('voice').select('id').execute()).toEqual([{ id: mine.id }])
})

test('a voice in a published look survives the sweep until the look leaves the history', async () => {
  const mine = await uploadVoice(shop.owner)
  await saveVoice(mine)
  await publish()
  await saveVoice(null)
  await publish()
  expect(await survivesSweeps(fileOfVoice(mine))).toBe(true)
  await leaveHistory()
  expect(await survivesSweeps(fileOfVoice(mine))).toBe(false)
})

test('a voice file stays while another voice has the same content', async () => {
  const mine = await uploadVoice(shop.owner)
  const twin = await uploadVoice(await signIn(env.app))
  expect(twin.hash).toBe(mine.hash)
  await saveVoice(mine)
  expect(await survivesSweeps(fileOfVoice(twin))).toBe(true)
})
