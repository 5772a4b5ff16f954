import type { Look } from '@/domain/look'
import { lookOf } from '@/templates/registry'
import { looks } from '../../../server/looks'
import { type Person, signIn } from '../support/person'
import { picture } from '../support/pictures'
import { sendPhoto } from '../support/send-photo'
import { draftOf, type OpenedShop, openShop } from '../support/shop'
import { makeWorld, newId, type World } from '../support/world'

let world: World
let shop: OpenedShop
let version: number
beforeEach(async () => {
  // what a setting may be is not what is tried here
  world = await makeWorld({ looks: { ...looks, faults: () => [] } })
  shop = await openShop(world)
  version = 0
})
afterEach(() => world.app.close())

interface Photo {
  id: string
  hash: string
}

async function sent(person: Person, colour: string): Promise<Photo> {
  const id = newId()
  const answer = await sendPhoto(world.app, person, id, await picture(40, 30, colour).jpeg().toBuffer())
  return { id, hash: answer.json().hash }
}

const naming = (...photos: Photo[]): Look => ({
  ...(lookOf('plain') as Look),
  version,
  sections: [{ id: 'a', kind: 'text-block', settings: { title: '', photos } }],
})

async function save(...photos: Photo[]) {
  const answer = await shop.owner.call(`PUT /api/shops/${shop.shopId}/look-draft`, naming(...photos))
  if (answer.statusCode === 200) version++
  return answer
}
const publish = () =>
  shop.owner.call(`POST /api/shops/${shop.shopId}/look/publish`, { id: newId(), draftVersion: version })

const DAY = 86_400_000
/** Whether a photo is still there after two weeks in which the server looks every day. */
async function stays({ hash }: Photo): Promise<boolean> {
  await world.app.worker.start(3_600_000)
  for (let day = 0; day < 14; day++) {
    world.pass(DAY)
    await world.app.worker.runDue()
  }
  return (await world.app.inject({ url: `/photos/${hash}-375.webp` })).statusCode === 200
}

test("a look shows its owners' photos, and those its goods show", async () => {
  const other = await signIn(world.app)
  const theirs = await sent(other, '#112233')
  expect((await save(await sent(shop.owner, '#445566'))).statusCode).toBe(200)
  expect((await save(theirs)).statusCode).toBe(400)
  await other.call('POST /api/sessions', { provider: 'key', key: shop.key })
  const route = `PUT /api/shops/${shop.shopId}/products/${shop.productId}`
  await other.call(route, { version: 1, ...draftOf(shop.skuId), photos: [theirs.id] })
  await other.call(`DELETE /api/shops/${shop.shopId}/other-owners`)
  shop = { ...shop, owner: other }
  expect((await save(theirs)).statusCode).toBe(200)
})

test('a photo that is none, or has another content, is named', async () => {
  const mine = await sent(shop.owner, '#112233')
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

test('it is kept while the draft names it', async () => {
  const mine = await sent(shop.owner, '#112233')
  await save(mine)
  expect(await stays(mine)).toBe(true)
})

test('it is kept while a look that buyers saw names it, and goes when none does', async () => {
  const mine = await sent(shop.owner, '#112233')
  await save(mine)
  await publish()
  await save()
  await publish()
  expect(await stays(mine)).toBe(true)
  for (let more = 0; more < 20; more++) {
    const look = { ...naming(), version }
    look.theme.radius = more
    await shop.owner.call(`PUT /api/shops/${shop.shopId}/look-draft`, look)
    version++
    await publish()
  }
  expect(await stays(mine)).toBe(false)
})

test('a product that lets go of a photo leaves it to the look', async () => {
  const mine = await sent(shop.owner, '#112233')
  const route = `PUT /api/shops/${shop.shopId}/products/${shop.productId}`
  await shop.owner.call(route, { version: 1, ...draftOf(shop.skuId), photos: [mine.id] })
  await save(mine)
  await shop.owner.call(route, { version: 2, ...draftOf(shop.skuId), photos: [] })
  expect(await stays(mine)).toBe(true)
})
