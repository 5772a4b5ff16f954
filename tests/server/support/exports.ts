import { recording } from '../../support/voice'
import { call, signIn } from './person'
import { picture, upload } from './pictures'
import { sendVoice } from './send-voice'
import { draftOf, type OpenedShop, openShop, placed } from './shop'
import { newId, type World } from './world'

/** Where a shop's export is, asked for by its owner. */
export async function linkOf({ owner, shopId }: OpenedShop): Promise<string> {
  const reply = await owner.call(`POST /api/shops/${shopId}/exports`, { id: newId() })
  return new URL(reply.json<{ url: string }>().url).pathname
}

/** A shop's zip, as its owner gets it. */
export async function exportOf(world: World, shop: OpenedShop): Promise<Buffer> {
  const answer = await call(world.app, `GET ${await linkOf(shop)}`)
  expect(answer.statusCode).toBe(200)
  return answer.rawPayload
}

/** Lets the shop tell its story aloud, with a photo of its own. */
async function speaks(world: World, { owner, shopId }: OpenedShop, photos: { id: string; hash: string }[]) {
  const { id, hash, ms } = (await sendVoice(world.app, owner, newId(), recording(700))).json()
  const { draft } = (await owner.call(`GET /api/shops/${shopId}/look`)).json()
  const settings = { title: '', text: '', photos, form: 'letter', voice: { id, hash, ms } }
  const look = { ...draft, sections: [...draft.sections, { id: 'told', kind: 'story', settings }] }
  expect((await owner.call(`PUT /api/shops/${shopId}/look-draft`, look)).statusCode).toBe(200)
  const publish = { id: newId(), draftVersion: 1 }
  expect((await owner.call(`POST /api/shops/${shopId}/look/publish`, publish)).statusCode).toBe(200)
}

async function photoOf(world: World, { owner }: OpenedShop): Promise<{ id: string; hash: string }> {
  const id = newId()
  const { payload, headers } = upload(await picture().jpeg().toBuffer())
  const stored = await world.app.inject({
    method: 'POST',
    url: `/api/photos/${id}`,
    payload,
    headers: { authorization: `Bearer ${owner.token}`, ...headers },
  })
  return { id, hash: stored.json<{ hash: string }>().hash }
}

async function setOrderLimits({ owner, shopId }: OpenedShop, orderLimits: object) {
  const { shop } = (await owner.call(`GET /api/shops/${shopId}`)).json()
  const { id: _, slug: _s, trade: _t, openedAt: _o, ...settings } = shop
  const saved = await owner.call(`PUT /api/shops/${shopId}/settings`, { ...settings, orderLimits })
  expect(saved.statusCode).toBe(200)
}

/** A shop with a voice, a photo of a hidden product, which its story shows too if asked, settings of its own, a sale and a buyer. */
export async function furnishedShop(world: World, storyToo = false): Promise<OpenedShop> {
  const shop = await openShop(world, {
    request: { name: '核桃老店', phone: '13900000001', place: '陇南成县' },
  })
  await setOrderLimits(shop, { waiting: 2, expiryHours: 24 })
  const photo = await photoOf(world, shop)
  // of one moment, two would stand in the order of their ids
  world.pass(1)
  const hidden = { version: 0, ...draftOf(), name: '没上架的', photos: [photo.id], onSale: false }
  const saved = await shop.owner.call(`PUT /api/shops/${shop.shopId}/products/${newId()}`, hidden)
  expect(saved.statusCode).toBe(200)
  await placed(shop, await signIn(world.app), {}, 3)
  await speaks(world, shop, storyToo ? [photo] : [])
  return shop
}
