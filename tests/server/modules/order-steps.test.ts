import { UNDO_FINISH_MS } from '@/domain/undo-finish'
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

/** Takes the seller's steps until the order is underway. */
async function sendOff() {
  await step(shop.owner, 'accept')
  return step(shop.owner, 'send')
}

test('the seller accepts, sends and finishes, and the cash is collected', async () => {
  world.pass(1000)
  expect((await step(shop.owner, 'accept')).json()).toMatchObject({ state: 'accepted' })
  expect((await step(shop.owner, 'send')).json()).toMatchObject({ state: 'underway' })
  const done = (await step(shop.owner, 'finish')).json()
  expect(done).toMatchObject({ state: 'done', payment: { state: 'paid' } })
  expect(done.history.map((event: { action: string; by: string }) => [event.action, event.by])).toEqual([
    ['accept', 'owner'],
    ['send', 'owner'],
    ['finish', 'owner'],
  ])
  expect(done.updatedAt).toBe(done.createdAt + 1000)
  expect(Object.keys(done.history[0])).toEqual(['action', 'by', 'at'])
})

test('a step is taken once per id, also twice at once; the id for another step is different', async () => {
  const id = newId()
  const [a, b] = await Promise.all([step(shop.owner, 'accept', id), step(shop.owner, 'accept', id)])
  expect([a.statusCode, b.statusCode]).toEqual([200, 200])
  expect(b.json().history).toHaveLength(1)
  expect((await step(shop.owner, 'send', id)).json().code).toBe('idempotency-conflict')
  expect((await step(buyer, 'accept', id)).json().code).toBe('idempotency-conflict')
})

test('a step that is not open now is refused with the order as it is', async () => {
  const refused = await step(buyer, 'accept')
  expect(refused.json()).toMatchObject({ status: 409, code: 'not-allowed-now', current: { state: 'placed' } })
  await sendOff()
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

test('cancelling what nobody paid ends the request to cancel', async () => {
  await sendOff()
  await step(buyer, 'ask-cancel')
  expect((await step(shop.owner, 'cancel')).json()).toMatchObject({
    ...{ state: 'cancelled', afterSale: 'none' },
    payment: { state: 'void' },
  })
  expect((await shop.owner.call(`GET /api/shops/${shop.shopId}/today`)).json().cancelRequests).toBe(0)
  const open = `GET /api/shops/${shop.shopId}/orders?afterSale=cancel-asked`
  expect((await shop.owner.call(open)).json().items).toEqual([])
})

test('a refund is asked, agreed and settled', async () => {
  await sendOff()
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

test('the list of a shop is newest first, in pages, by state if asked; what waits to be accepted is oldest first', async () => {
  for (let i = 0; i < 4; i++) {
    world.pass(1000)
    await placed(shop, buyer)
  }
  await sendOff()
  const list = async (query: string) =>
    (await shop.owner.call(`GET /api/shops/${shop.shopId}/orders${query}`)).json()
  const first = await list('?limit=3')
  expect(first.items.map((order: { number: number }) => order.number)).toEqual([5, 4, 3])
  const rest = await list(`?limit=3&cursor=${first.next}`)
  expect(rest.items.map((order: { number: number }) => order.number)).toEqual([2, 1])
  expect(rest.next).toBeUndefined()
  expect((await list('?state=underway')).items).toHaveLength(1)
  const waiting = await list('?state=placed&limit=3')
  expect(waiting.items.map((order: { number: number }) => order.number)).toEqual([2, 3, 4])
  const later = await list(`?state=placed&limit=3&cursor=${waiting.next}`)
  expect(later.items.map((order: { number: number }) => order.number)).toEqual([5])
  expect(later.next).toBeUndefined()
  expect((await list('?state=nonsense')).code).toBe('bad-input')
})

describe('an order that nobody paid', () => {
  const today = async () => (await shop.owner.call(`GET /api/shops/${shop.shopId}/today`)).json()

  it('is cancelled when its owner agrees to the request of its buyer, and its goods are in stock again', async () => {
    await step(shop.owner, 'accept')
    expect((await step(buyer, 'ask-refund')).json().code).toBe('not-allowed-now')
    expect((await step(buyer, 'ask-cancel')).json().afterSale).toBe('cancel-asked')
    expect(await today()).toMatchObject({ accepted: 1, cancelRequests: 1, openRefunds: 0 })
    expect((await step(shop.owner, 'agree')).json().code).toBe('not-allowed-now')
    expect((await step(shop.owner, 'agree-cancel')).json()).toMatchObject({
      state: 'cancelled',
      afterSale: 'none',
      payment: { state: 'void' },
    })
    expect(await stockOf(world, shop)).toBe(10)
    expect(await today()).toMatchObject({ accepted: 0, cancelRequests: 0 })
  })

  it('goes on when its owner declines', async () => {
    await sendOff()
    await step(buyer, 'ask-cancel')
    expect((await step(shop.owner, 'decline-cancel')).json()).toMatchObject({
      state: 'underway',
      afterSale: 'cancel-declined',
    })
    expect((await step(shop.owner, 'finish')).json()).toMatchObject({
      state: 'done',
      afterSale: 'none',
      payment: { state: 'paid' },
    })
  })
})

describe('undo-finish', () => {
  it('returns an order to underway and its money to due within ten minutes, as its buyer sees', async () => {
    await sendOff()
    expect((await step(shop.owner, 'finish')).json().undoable).toBe(true)
    world.pass(UNDO_FINISH_MS - 1)
    const [listed] = (await shop.owner.call(`GET /api/shops/${shop.shopId}/orders?state=done`)).json().items
    expect(listed.undoable).toBe(true)
    const undone = (await step(shop.owner, 'undo-finish')).json()
    expect(undone).toMatchObject({ state: 'underway', payment: { state: 'due' } })
    expect(undone.undoable).toBeUndefined()
    expect((await buyer.call(view)).json().order).toMatchObject({
      state: 'underway',
      payment: { state: 'due' },
    })
    expect(await stockOf(world, shop)).toBe(6)
  })

  it('is refused by the clock of the server once ten minutes have passed', async () => {
    await sendOff()
    await step(shop.owner, 'finish')
    world.pass(UNDO_FINISH_MS)
    expect((await step(shop.owner, 'undo-finish')).json()).toMatchObject({
      status: 409,
      code: 'not-allowed-now',
      current: { state: 'done' },
    })
    expect((await shop.owner.call(view)).json().order.undoable).toBeUndefined()
  })

  it('is refused to the buyer', async () => {
    await sendOff()
    await step(buyer, 'finish')
    expect((await step(buyer, 'undo-finish')).json().code).toBe('not-allowed-now')
  })
})

describe('repeated steps', () => {
  /** Asks and withdraws until a step is refused; answers how many were taken and the refusal. */
  async function loop() {
    for (let taken = 0; taken < 40; taken++) {
      const answer = await step(buyer, taken % 2 === 0 ? 'ask-cancel' : 'withdraw-cancel')
      if (answer.statusCode !== 200) return { taken, refusal: answer.json() }
    }
    return undefined
  }

  it('are refused to a buyer after twenty in one state, and none of them is lost or added', async () => {
    await step(shop.owner, 'accept')
    expect(await loop()).toMatchObject({
      taken: 20,
      refusal: { status: 409, code: 'too-many-steps', current: { state: 'accepted' } },
    })
    expect((await shop.owner.call(view)).json().order.history).toHaveLength(21)
  })

  it('leave the owner every step that the order needs', async () => {
    await step(shop.owner, 'accept')
    for (let i = 0; i < 20; i++) {
      expect((await step(buyer, 'ask-cancel')).statusCode).toBe(200)
      expect((await step(shop.owner, 'decline-cancel')).statusCode).toBe(200)
    }
    expect((await step(buyer, 'ask-cancel')).json().code).toBe('too-many-steps')
    expect((await step(shop.owner, 'send')).json().state).toBe('underway')
    expect((await step(buyer, 'finish')).json().state).toBe('done')
    expect((await step(shop.owner, 'collect')).json().payment.state).toBe('paid')
  })

  it('are counted anew in another state', async () => {
    await step(shop.owner, 'accept')
    await loop()
    await step(shop.owner, 'send')
    expect((await step(buyer, 'ask-cancel')).json().afterSale).toBe('cancel-asked')
  })

  it('bound how often a finish is undone', async () => {
    await sendOff()
    for (let i = 0; i < 20; i++) {
      await step(shop.owner, 'finish')
      expect((await step(shop.owner, 'undo-finish')).statusCode).toBe(200)
    }
    await step(shop.owner, 'finish')
    expect((await step(shop.owner, 'undo-finish')).json().code).toBe('too-many-steps')
  })
})

it('lists orders without their history, which the single order has', async () => {
  await step(shop.owner, 'accept')
  const [listed] = (await shop.owner.call(`GET /api/shops/${shop.shopId}/orders`)).json().items
  expect(listed).toMatchObject({ number: 1, state: 'accepted' })
  expect(listed).not.toHaveProperty('history')
  expect((await buyer.call('GET /api/me/orders')).json().items[0]).not.toHaveProperty('history')
  expect((await buyer.call(view)).json().order.history).toMatchObject([{ action: 'accept', by: 'owner' }])
})
