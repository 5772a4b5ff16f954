import { signIn } from '../support/person'
import { picture } from '../support/pictures'
import { sendPhoto } from '../support/send-photo'
import { draftOf, openShop, placed } from '../support/shop'
import { makeWorld, newId, type World } from '../support/world'

let world: World
beforeEach(async () => {
  world = await makeWorld()
})
afterEach(() => world.app.close())

const DAY = 86_400_000
const WEEK = 7 * DAY
const sweep = async () => {
  await world.app.worker.start(3_600_000)
  await world.app.worker.runDue()
}
/** A week in which the server looks every day. */
async function sweptWeek() {
  for (let day = 0; day < 7; day++) {
    world.pass(DAY)
    await world.app.worker.runDue()
  }
}
const isThere = async (hash: string) =>
  (await world.app.inject({ url: `/photos/${hash}-375.webp` })).statusCode === 200

async function photographed() {
  const shop = await openShop(world)
  const id = newId()
  const { hash } = (
    await sendPhoto(world.app, shop.owner, id, await picture(50, 50).jpeg().toBuffer())
  ).json()
  const route = `PUT /api/shops/${shop.shopId}/products/${shop.productId}`
  const show = (version: number, photos: string[]) =>
    shop.owner.call(route, { version, ...draftOf(shop.skuId), photos })
  return { shop, id, hash, show }
}

test('the sweep takes a photo that nothing used for a week, and its files with the last of its twins', async () => {
  const { hash, shop } = await photographed()
  world.pass(WEEK - 1)
  await sendPhoto(world.app, shop.owner, newId(), await picture(50, 50).jpeg().toBuffer())
  world.pass(1)
  await sweep()
  expect(await world.deps.db.query.selectFrom('photo').selectAll().execute()).toHaveLength(1)
  expect(await isThere(hash)).toBe(true)
  await sweptWeek()
  expect(await isThere(hash)).toBe(false)
  expect(world.blobs.names()).toHaveLength(0)
})

test('the sweep takes all photos that nothing used, however many there are', async () => {
  const { query } = world.deps.db
  await signIn(world.app)
  const account_id = (await query.selectFrom('account').select('id').executeTakeFirstOrThrow()).id
  const photos = Array.from({ length: 450 }, (_, at) => ({
    ...{ id: newId(), account_id, unused_since: 0 },
    hash: String(at).padStart(32, '0'),
  }))
  await query.insertInto('photo').values(photos).execute()
  world.pass(WEEK)
  await sweep()
  expect(await query.selectFrom('photo').select('id').execute()).toEqual([])
})

test('the sweep leaves a photo that a product shows, and counts the week from when it was let go', async () => {
  const { id, hash, show } = await photographed()
  await show(1, [id])
  world.pass(3 * WEEK)
  await sweep()
  expect(await isThere(hash)).toBe(true)
  await show(2, [])
  world.pass(-1)
  await sweptWeek()
  expect(await isThere(hash)).toBe(true)
  world.pass(3_600_000)
  await world.app.worker.runDue()
  expect(await isThere(hash)).toBe(false)
})

test('the sweep leaves a photo that an order shows, even when its product is gone', async () => {
  const { id, hash, show, shop } = await photographed()
  await show(1, [id])
  const order = await placed(shop, await signIn(world.app))
  expect(order.lines[0]?.photo).toEqual({ id, hash })
  await shop.owner.call(`DELETE /api/shops/${shop.shopId}/products/${shop.productId}`)
  world.pass(3 * WEEK)
  await sweep()
  expect(await isThere(hash)).toBe(true)
})
