import type { Look } from '@/domain/look/look'
import { createBundledLook } from '@/templates/bundled-templates'
import { looks } from '../../../../server/look-catalog'
import { type ApiClient, signIn } from '../../support/api-client'
import { picture } from '../../support/pictures'
import { sendPhoto } from '../../support/stories/send-photo'
import { createTestEnvironment, newId, type TestEnvironment } from '../../support/test-environment'
import { type OpenedShop, openShop, productDraft } from '../../support/test-shop'

let env: TestEnvironment
let shop: OpenedShop
let version: number
beforeEach(async () => {
  // skips the validation of settings
  env = await createTestEnvironment({ looks: { ...looks, validate: () => [] } })
  shop = await openShop(env)
  version = 0
})
afterEach(() => env.app.close())

interface Photo {
  id: string
  hash: string
}

async function uploadPhoto(person: ApiClient, color: string): Promise<Photo> {
  const id = newId()
  const answer = await sendPhoto(env.app, person, id, await picture(40, 30, color).jpeg().toBuffer())
  return { id, hash: answer.json().hash }
}

const lookWith = (...photos: Photo[]): Look => ({
  ...(createBundledLook('plain') as Look),
  version,
  sections: [{ id: 'a', kind: 'text-block', settings: { title: '', photos } }],
})

async function save(...photos: Photo[]) {
  const answer = await shop.owner.call(`PUT /api/shops/${shop.shopId}/look-draft`, lookWith(...photos))
  if (answer.statusCode === 200) version++
  return answer
}
const publish = () =>
  shop.owner.call(`POST /api/shops/${shop.shopId}/look/publish`, { id: newId(), draftVersion: version })

const DAY = 86_400_000
/** Returns true if the photo is still served after two weeks of daily sweeps. */
async function survivesSweeps({ hash }: Photo): Promise<boolean> {
  await env.app.worker.start(3_600_000)
  for (let day = 0; day < 14; day++) {
    env.advance(DAY)
    await env.app.worker.runDue()
  }
  return (await env.app.inject({ url: `/photos/${hash}-375.webp` })).statusCode === 200
}

test('a look may use photos of its owners and photos that its products show', async () => {
  const other = await signIn(env.app)
  const theirs = await uploadPhoto(other, '#112233')
  expect((await save(await uploadPhoto(shop.owner, '#445566'))).statusCode).toBe(200)
  expect((await save(theirs)).statusCode).toBe(400)
  await other.call('POST /api/sessions', { provider: 'key', key: shop.key })
  const route = `PUT /api/shops/${shop.shopId}/products/${shop.productId}`
  await other.call(route, { version: 1, ...productDraft(shop.skuId), photos: [theirs.id] })
  await other.call(`DELETE /api/shops/${shop.shopId}/other-owners`)
  shop = { ...shop, owner: other }
  expect((await save(theirs)).statusCode).toBe(200)
})

test('saving a look names the field of an unknown photo or of one with another hash', async () => {
  const mine = await uploadPhoto(shop.owner, '#112233')
  for (const wrong of [
    { id: newId(), hash: mine.hash },
    { id: mine.id, hash: '0'.repeat(32) },
  ]) {
    const answer = await save(mine, wrong)
    expect(answer.json().fields).toEqual([
      { path: '/sections/0/settings/photos/1', message: expect.any(String) },
    ])
  }
})

test('a photo in the draft look survives the sweep', async () => {
  const mine = await uploadPhoto(shop.owner, '#112233')
  await save(mine)
  expect(await survivesSweeps(mine)).toBe(true)
})

test('a photo in a published look survives the sweep until the look leaves the history', async () => {
  const mine = await uploadPhoto(shop.owner, '#112233')
  await save(mine)
  await publish()
  await save()
  await publish()
  expect(await survivesSweeps(mine)).toBe(true)
  for (let more = 0; more < 20; more++) {
    const look = { ...lookWith(), version }
    look.theme.radius = more
    await shop.owner.call(`PUT /api/shops/${shop.shopId}/look-draft`, look)
    version++
    await publish()
  }
  expect(await survivesSweeps(mine)).toBe(false)
})

test('a photo that a product drops survives the sweep while the look uses it', async () => {
  const mine = await uploadPhoto(shop.owner, '#112233')
  const route = `PUT /api/shops/${shop.shopId}/products/${shop.productId}`
  await shop.owner.call(route, { version: 1, ...productDraft(shop.skuId), photos: [mine.id] })
  await save(mine)
  await shop.owner.call(route, { version: 2, ...productDraft(shop.skuId), photos: [] })
  expect(await survivesSweeps(mine)).toBe(true)
})
