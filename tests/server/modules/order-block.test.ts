import { type Person, signIn } from '../support/person'
import { type OpenedShop, openShop, orderFor, placed, stockOf } from '../support/shop'
import { makeWorld, newId, type World } from '../support/world'

let world: World
beforeAll(async () => {
  world = await makeWorld()
})
afterAll(() => world.app.close())

const pathOf = ({ shopId }: OpenedShop) => `/api/shops/${shopId}`

const block = (shop: OpenedShop, orderId: string, id = newId()) =>
  shop.owner.call(`PUT ${pathOf(shop)}/blocked-buyers/${orderId}`, { id })

const unblock = (shop: OpenedShop, orderId: string) =>
  shop.owner.call(`DELETE ${pathOf(shop)}/blocked-buyers/${orderId}`)

const blockedIn = async (shop: OpenedShop) =>
  (await shop.owner.call(`GET ${pathOf(shop)}/blocked-buyers`)).json().items

const tryOrder = (shop: OpenedShop, buyer: Person, id = newId()) =>
  buyer.call(`PUT ${pathOf(shop)}/orders/${id}`, orderFor(shop))

const stateOf = async (shop: OpenedShop, orderId: string) =>
  (await shop.owner.call(`GET ${pathOf(shop)}/orders/${orderId}`)).json().order.state

const answer = (shop: OpenedShop, says: 'accept' | 'refuse', orderIds: string[], id = newId()) =>
  shop.owner.call(`POST ${pathOf(shop)}/orders/answers`, { id, answer: says, orderIds })

describe('blocking a buyer', () => {
  it('cancels every waiting order in one request, returns the stock and refuses new orders', async () => {
    const shop = await openShop(world, { stock: 100, request: { phone: '13800006021' } })
    const buyer = await signIn(world.app)
    const other = await placed(shop, await signIn(world.app))
    const ids = []
    for (let i = 0; i < 12; i++) ids.push((await placed(shop, buyer, {}, 5)).id)
    expect(await stockOf(world, shop)).toBe(39)
    expect((await block(shop, ids[4] ?? '')).json()).toEqual({ blocked: true, cancelled: 12 })
    expect(await stockOf(world, shop)).toBe(99)
    for (const id of ids) expect(await stateOf(shop, id)).toBe('cancelled')
    expect(await stateOf(shop, other.id)).toBe('placed')
    expect((await tryOrder(shop, buyer)).json()).toMatchObject({
      status: 409,
      code: 'buyer-blocked',
      current: { phone: '13800006021' },
    })
    expect(await stockOf(world, shop)).toBe(99)
    expect((await buyer.call(`GET /api/storefronts/${shop.slug}`)).statusCode).toBe(200)
  })

  it('leaves accepted orders alone and answers a placed one that is sent again', async () => {
    const shop = await openShop(world)
    const buyer = await signIn(world.app)
    const accepted = await placed(shop, buyer)
    await answer(shop, 'accept', [accepted.id])
    const state = await stateOf(shop, accepted.id)
    expect(state).not.toBe('placed')
    const id = newId()
    const first = (await tryOrder(shop, buyer, id)).json()
    await block(shop, accepted.id)
    expect(await stateOf(shop, accepted.id)).toBe(state)
    expect((await tryOrder(shop, buyer, id)).json()).toMatchObject({ id, number: first.number })
  })

  it('is seen by the owner alone, with the last receiver, and can be lifted', async () => {
    const shop = await openShop(world)
    const buyer = await signIn(world.app)
    const { id } = await placed(shop, buyer)
    world.pass(1000)
    const last = await placed(shop, buyer, {
      receiver: { name: '新名字', phone: '13900000001', address: '城关镇二号' },
    })
    await block(shop, id)
    const [entry, ...rest] = await blockedIn(shop)
    expect(entry).toMatchObject({ name: '新名字', phone: '13900000001', since: world.deps.clock() })
    expect([id, last.id]).toContain(entry.orderId)
    expect(rest).toEqual([])
    const seen = (person: Person) => person.call(`GET ${pathOf(shop)}/orders/${id}`)
    expect((await seen(shop.owner)).json().buyerBlocked).toBe(true)
    expect((await seen(buyer)).json()).not.toHaveProperty('buyerBlocked')
    expect((await unblock(shop, entry.orderId)).json()).toEqual({ blocked: false })
    expect(await blockedIn(shop)).toEqual([])
    expect((await tryOrder(shop, buyer)).statusCode).toBe(200)
  })

  it('does not come back when its request arrives again after it was lifted', async () => {
    const shop = await openShop(world)
    const buyer = await signIn(world.app)
    const order = await placed(shop, buyer)
    const request = newId()
    await block(shop, order.id, request)
    expect((await block(shop, order.id, request)).json()).toEqual({ blocked: true, cancelled: 0 })
    await unblock(shop, order.id)
    expect((await block(shop, order.id, request)).json()).toEqual({ blocked: false, cancelled: 0 })
    expect((await tryOrder(shop, buyer)).statusCode).toBe(200)
    expect((await block(shop, order.id)).json()).toEqual({ blocked: true, cancelled: 1 })
  })

  it('does not reach the orders of the same buyer in another shop', async () => {
    const [shop, other] = [await openShop(world), await openShop(world)]
    const buyer = await signIn(world.app)
    const [here, there] = [await placed(shop, buyer), await placed(other, buyer)]
    await block(shop, here.id)
    expect(await stateOf(other, there.id)).toBe('placed')
    expect((await tryOrder(other, buyer)).statusCode).toBe(200)
    expect((await block(shop, there.id)).statusCode).toBe(404)
  })
})

describe('answering several orders', () => {
  it('accepts or refuses the waiting ones at once, and again with the same id changes nothing', async () => {
    const shop = await openShop(world, { stock: 20 })
    const orders = []
    for (let i = 0; i < 6; i++) orders.push((await placed(shop, await signIn(world.app))).id)
    const [accepted, refused] = [orders.slice(0, 3), orders.slice(3)]
    const id = newId()
    const first = (await answer(shop, 'accept', accepted, id)).json()
    expect(first.moved).toBe(3)
    expect(new Set(first.items.map((order: { state: string }) => order.state)).has('placed')).toBe(false)
    expect((await answer(shop, 'accept', accepted, id)).json()).toEqual(first)
    expect((await answer(shop, 'refuse', refused)).json()).toMatchObject({ moved: 3 })
    for (const order of refused) expect(await stateOf(shop, order)).toBe('cancelled')
    expect(await stockOf(world, shop)).toBe(17)
  })

  it('leaves orders as they are that do not wait any more or are of another shop', async () => {
    const [shop, other] = [await openShop(world), await openShop(world)]
    const gone = await placed(shop, await signIn(world.app))
    const foreign = await placed(other, await signIn(world.app))
    await answer(shop, 'refuse', [gone.id])
    const again = (await answer(shop, 'accept', [gone.id, foreign.id, newId()])).json()
    expect(again).toMatchObject({ moved: 0, items: [{ id: gone.id, state: 'cancelled' }] })
    expect(await stateOf(other, foreign.id)).toBe('placed')
  })
})

it('lets an owner cancel three hundred orders one by one within a minute', async () => {
  const limited = await makeWorld({ settings: { rateLimits: true } })
  const shop = await openShop(limited)
  const order = await placed(shop, await signIn(limited.app))
  const path = `POST ${pathOf(shop)}/orders/${order.id}/steps`
  const codes = new Set<number>()
  for (let i = 0; i < 300; i++)
    codes.add((await shop.owner.call(path, { id: newId(), action: 'cancel' })).statusCode)
  expect(codes).toEqual(new Set([200, 409]))
  await limited.app.close()
})
