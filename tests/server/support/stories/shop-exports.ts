import { createRecording } from '../../../support/voice-recording'
import { call, signIn } from '../api-client'
import { picture } from '../pictures'
import { newId, type TestEnvironment } from '../test-environment'
import { type OpenedShop, openShop, placeTestOrder, productDraft } from '../test-shop'
import { sendPhoto, sendVoice } from './send-media'

/** Requests an export as the owner; returns the path of the file. */
export async function exportPathOf({ owner, shopId }: OpenedShop): Promise<string> {
  const reply = await owner.call(`POST /api/shops/${shopId}/exports`, { id: newId() })
  return new URL(reply.json<{ url: string }>().url).pathname
}

/** Returns the exported zip of a shop. */
export async function downloadExport(env: TestEnvironment, shop: OpenedShop): Promise<Buffer> {
  const answer = await call(env.app, `GET ${await exportPathOf(shop)}`)
  expect(answer.statusCode).toBe(200)
  return answer.rawPayload
}

/** Publishes a story section with a voice and these photos. */
async function publishVoiceStory(
  env: TestEnvironment,
  { owner, shopId }: OpenedShop,
  photos: { id: string; hash: string }[],
) {
  const { id, hash, ms } = (await sendVoice(env.app, owner, newId(), createRecording(500))).json()
  const { draft } = (await owner.call(`GET /api/shops/${shopId}/look`)).json()
  const settings = { title: '', text: '', photos, form: 'letter', voice: { id, hash, ms } }
  const look = { ...draft, sections: [...draft.sections, { id: 'voice-story', kind: 'story', settings }] }
  expect((await owner.call(`PUT /api/shops/${shopId}/look-draft`, look)).statusCode).toBe(200)
  const publish = { id: newId(), draftVersion: 1 }
  expect((await owner.call(`POST /api/shops/${shopId}/look/publish`, publish)).statusCode).toBe(200)
}

/** Creates the photo of the hidden product. */
export const createHiddenPhoto = () => picture(160, 120).jpeg().toBuffer()

async function uploadPhoto(
  env: TestEnvironment,
  { owner }: OpenedShop,
): Promise<{ id: string; hash: string }> {
  const id = newId()
  const stored = await sendPhoto(env.app, owner, id, await createHiddenPhoto())
  return { id, hash: stored.json<{ hash: string }>().hash }
}

async function setOrderLimits({ owner, shopId }: OpenedShop, orderLimits: object) {
  const { shop } = (await owner.call(`GET /api/shops/${shopId}`)).json()
  const { id: _, slug: _s, trade: _t, openedAt: _o, ...settings } = shop
  const saved = await owner.call(`PUT /api/shops/${shopId}/settings`, { ...settings, orderLimits })
  expect(saved.statusCode).toBe(200)
}

/**
 * Opens a shop with a voice, a hidden product with a photo (also in its story if `photoInStory`), order limits, a sale and
 * a buyer.
 */
export async function openFurnishedShop(env: TestEnvironment, photoInStory = false): Promise<OpenedShop> {
  const shop = await openShop(env, {
    request: { name: '核桃老店', phone: '13900000001', place: '陇南成县' },
  })
  await setOrderLimits(shop, { waiting: 2, expiryHours: 24 })
  const photo = await uploadPhoto(env, shop)
  // products created in the same ms are ordered by id
  env.advance(1)
  const hidden = { version: 0, ...productDraft(), name: '没上架的', photos: [photo.id], onSale: false }
  const saved = await shop.owner.call(`PUT /api/shops/${shop.shopId}/products/${newId()}`, hidden)
  expect(saved.statusCode).toBe(200)
  await placeTestOrder(shop, await signIn(env.app), {}, 3)
  await publishVoiceStory(env, shop, photoInStory ? [photo] : [])
  return shop
}
