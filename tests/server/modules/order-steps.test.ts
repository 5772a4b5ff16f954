import { type Person, signIn } from '../support/person'
import { type OpenedShop, openShop, placed, stockOf } from '../support/shop'
import { makeWorld, newId, type World } from '../support/world'

let world: World
let shop: OpenedShop
let buyer: Person
let route: string
let view: string

beforeEach(async () => {
  world = await makeWorld()
  shop = await openShop(world, { stock: 10 })
  buyer = await signIn(world.app)
  const { id } = await placed(shop, buyer, {}, 4)
  view = `GET /api/shops/${shop.shopId}/orders/${id}`
  route = `POST /api/shops/${shop.shopId}/orders/${id}/steps`
})
afterEach(() => world.app.close())

const step = (who: Person, action: string, id = newId()) => who.call(route, { id, action })

test('the seller sends and finishes, and the cash is collected', async () => {
  world.pass(1000)
  expect((await step(shop.owner, 'send')).json()).toMatchObject({ state: 'underway' })
  const done = (await step(shop.owner, 'finish')).json()
  expect(done).toMatchObject({ state: 'done', payment: { state: 'paid' } })
  expect(done.history.map((event: { action: string; by: string }) => [event.action, event.by])).toEqual([
    ['send', 'owner'],
    ['finish', 'owner'],
  ])
  expect(done.updatedAt).toBe(done.createdAt + 1000)
  expect(Object.keys(done.history[0])).toEqual(['action', 'by', 'at'])
})

test('a step is taken once per id, also twice at once; the id for another step is different', async () => {
  const id = newId()
  const [a, b] = await Promise.all([step(shop.owner, 'send', id), step(shop.owner, 'send', id)])
  expect([a.statusCode, b.statusCode]).toEqual([200, 200])
  expect(b.json().history).toHaveLength(1)
  expect((await step(shop.owner, 'finish', id)).json().code).toBe('different')
  expect((await step(buyer, 'send', id)).json().code).toBe('different')
})

test('a step that is not open now is refused with the order as it is', async () => {
  const refused = await step(buyer, 'send')
  expect(refused.json()).toMatchObject({ status: 409, code: 'not-allowed-now', current: { state: 'placed' } })
  await step(shop.owner, 'send')
  expect((await step(shop.owner, 'send')).json()).toMatchObject({ current: { state: 'underway' } })
  expect((await step(buyer, 'cancel')).json().code).toBe('not-allowed-now')
})

test('cancelling gives the goods back, once', async () => {
  expect(await stockOf(world, shop)).toBe(6)
  const answers = await Promise.all([step(buyer, 'cancel'), step(shop.owner, 'cancel')])
  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409])
  expect(await stockOf(world, shop)).toBe(10)
  expect((await buyer.call(view)).json().order).toMatchObject({
    state: 'cancelled',
    payment: { state: 'void' },
  })
})

test('cancelling an order whose product is gone is fine', async () => {
  await shop.owner.call(`DELETE /api/shops/${shop.shopId}/products/${shop.productId}`)
  expect((await step(buyer, 'cancel')).json().state).toBe('cancelled')
})

test('cancelling what nobody paid ends the refund that was asked for', async () => {
  await step(shop.owner, 'send')
  await step(buyer, 'ask-refund')
  expect((await step(shop.owner, 'cancel')).json()).toMatchObject({
    ...{ state: 'cancelled', afterSale: 'none' },
    payment: { state: 'void' },
  })
  expect((await shop.owner.call(`GET /api/shops/${shop.shopId}/today`)).json().openRefunds).toBe(0)
  const open = `GET /api/shops/${shop.shopId}/orders?afterSale=asked`
  expect((await shop.owner.call(open)).json().items).toEqual([])
})

test('a refund is asked, agreed and settled', async () => {
  await step(shop.owner, 'send')
  await step(shop.owner, 'finish')
  expect((await step(buyer, 'ask-refund')).json().afterSale).toBe('asked')
  expect((await shop.owner.call(`GET /api/shops/${shop.shopId}/today`)).json().openRefunds).toBe(1)
  await step(shop.owner, 'agree')
  // the money is still to be given back
  expect((await shop.owner.call(`GET /api/shops/${shop.shopId}/today`)).json().openRefunds).toBe(1)
  expect((await step(shop.owner, 'settle')).json()).toMatchObject({
    afterSale: 'settled',
    payment: { state: 'refunded' },
  })
})

test('an order is seen by its buyer and its shop, and by nobody else', async () => {
  expect((await buyer.call(view)).json()).toMatchObject({
    role: 'buyer',
    shop: { name: '核桃小店', slug: shop.slug },
  })
  expect((await shop.owner.call(view)).json().role).toBe('owner')
  const stranger = await signIn(world.app)
  expect((await stranger.call(view)).statusCode).toBe(404)
  expect((await step(stranger, 'cancel')).statusCode).toBe(404)
  const otherShop = await openShop(world)
  expect((await otherShop.owner.call(view)).statusCode).toBe(404)
  expect((await otherShop.owner.call(view.replace(shop.shopId, otherShop.shopId))).statusCode).toBe(404)
})

test('the list of a shop is newest first, in pages, by state if asked', async () => {
  for (let i = 0; i < 4; i++) {
    world.pass(1000)
    await placed(shop, buyer)
  }
  await step(shop.owner, 'send')
  const list = async (query: string) =>
    (await shop.owner.call(`GET /api/shops/${shop.shopId}/orders${query}`)).json()
  const first = await list('?limit=3')
  expect(first.items.map((order: { number: number }) => order.number)).toEqual([5, 4, 3])
  const rest = await list(`?limit=3&cursor=${first.next}`)
  expect(rest.items.map((order: { number: number }) => order.number)).toEqual([2, 1])
  expect(rest.next).toBeUndefined()
  expect((await list('?state=underway')).items).toHaveLength(1)
  expect((await list('?state=nonsense')).code).toBe('bad-input')
})
