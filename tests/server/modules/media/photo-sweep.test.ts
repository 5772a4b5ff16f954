import { signIn } from '../../support/api-client'
import { picture } from '../../support/pictures'
import { sendPhoto } from '../../support/stories/send-media'
import { environmentPerTest, newId } from '../../support/test-environment'
import { openShop, placeTestOrder, productDraft } from '../../support/test-shop'

const env = environmentPerTest()

const DAY = 86_400_000
const WEEK = 7 * DAY
const sweep = async () => {
  await env.app.worker.start(3_600_000)
  await env.app.worker.runDue()
}
/** Lets a week pass and runs the due jobs every day. */
async function passWeekWithSweeps() {
  for (let day = 0; day < 7; day++) await env.runAfter(DAY)
}
const isServed = async (hash: string) =>
  (await env.app.inject({ url: `/photos/${hash}-375.webp` })).statusCode === 200

async function openShopWithPhoto() {
  const shop = await openShop(env)
  const id = newId()
  const { hash } = (await sendPhoto(env.app, shop.owner, id, await picture(50, 50).jpeg().toBuffer())).json()
  const route = `PUT /api/shops/${shop.shopId}/products/${shop.productId}`
  const show = (version: number, photos: string[]) =>
    shop.owner.call(route, { version, ...productDraft(shop.skuId), photos })
  return { shop, id, hash, show }
}

test('the photo sweep deletes a photo unused for a week, and its files with the last photo of the same content', async () => {
  const { hash, shop } = await openShopWithPhoto()
  env.advance(WEEK - 1)
  await sendPhoto(env.app, shop.owner, newId(), await picture(50, 50).jpeg().toBuffer())
  env.advance(1)
  await sweep()
  expect(await env.deps.db.query.selectFrom('photo').selectAll().execute()).toHaveLength(1)
  expect(await isServed(hash)).toBe(true)
  await passWeekWithSweeps()
  expect(await isServed(hash)).toBe(false)
  expect(env.blobs.names()).toHaveLength(0)
})

test('the photo sweep deletes any number of unused photos', async () => {
  const { query } = env.deps.db
  await signIn(env.app)
  const account_id = (await query.selectFrom('account').select('id').executeTakeFirstOrThrow()).id
  const photos = Array.from({ length: 450 }, (_, at) => ({
    ...{ id: newId(), account_id, unused_since: 0 },
    hash: String(at).padStart(32, '0'),
  }))
  await query.insertInto('photo').values(photos).execute()
  env.advance(WEEK)
  await sweep()
  expect(await query.selectFrom('photo').select('id').execute()).toEqual([])
})

test('the photo sweep keeps a photo that a product shows and counts the week from its removal', async () => {
  const { id, hash, show } = await openShopWithPhoto()
  await show(1, [id])
  env.advance(3 * WEEK)
  await sweep()
  expect(await isServed(hash)).toBe(true)
  await show(2, [])
  env.advance(-1)
  await passWeekWithSweeps()
  expect(await isServed(hash)).toBe(true)
  await env.runAfter(3_600_000)
  expect(await isServed(hash)).toBe(false)
})

test('the photo sweep keeps a photo that an order shows after its product was deleted', async () => {
  const { id, hash, show, shop } = await openShopWithPhoto()
  await show(1, [id])
  const order = await placeTestOrder(shop, await signIn(env.app))
  expect(order.lines[0]?.photo).toEqual({ id, hash })
  await shop.owner.call(`DELETE /api/shops/${shop.shopId}/products/${shop.productId}`)
  env.advance(3 * WEEK)
  await sweep()
  expect(await isServed(hash)).toBe(true)
})
