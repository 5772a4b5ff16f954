import { type ApiClient, signIn } from '../../support/api-client'
import { createTestEnvironment, environmentPerFile, newId } from '../../support/test-environment'
import { type OpenedShop, openShop, orderFor, placeTestOrder, stockOf } from '../../support/test-shop'

const env = environmentPerFile()

const pathOf = ({ shopId }: OpenedShop) => `/api/shops/${shopId}`

const block = (shop: OpenedShop, orderId: string, id = newId()) =>
  shop.owner.call(`PUT ${pathOf(shop)}/blocked-buyers/${orderId}`, { id })

const unblock = (shop: OpenedShop, orderId: string) =>
  shop.owner.call(`DELETE ${pathOf(shop)}/blocked-buyers/${orderId}`)

const blockedIn = async (shop: OpenedShop) =>
  (await shop.owner.call(`GET ${pathOf(shop)}/blocked-buyers`)).json().items

const tryOrder = (shop: OpenedShop, buyer: ApiClient, id = newId()) =>
  buyer.call(`PUT ${pathOf(shop)}/orders/${id}`, orderFor(shop))

const readState = async (shop: OpenedShop, orderId: string) =>
  (await shop.owner.call(`GET ${pathOf(shop)}/orders/${orderId}`)).json().order.state

const answer = (shop: OpenedShop, says: 'accept' | 'refuse', orderIds: string[], id = newId()) =>
  shop.owner.call(`POST ${pathOf(shop)}/orders/answers`, { id, answer: says, orderIds })

describe('blocking a buyer', () => {
  it('cancels every waiting order in one request, returns the stock and refuses new orders', async () => {
    const shop = await openShop(env, { stock: 100, request: { phone: '13800006021' } })
    const buyer = await signIn(env.app)
    const other = await placeTestOrder(shop, await signIn(env.app))
    const ids = []
    for (let i = 0; i < 12; i++) ids.push((await placeTestOrder(shop, buyer, {}, 5)).id)
    expect(await stockOf(env, shop)).toBe(39)
    expect((await block(shop, ids[4] ?? '')).json()).toEqual({ blocked: true, cancelled: 12 })
    expect(await stockOf(env, shop)).toBe(99)
    for (const id of ids) expect(await readState(shop, id)).toBe('cancelled')
    expect(await readState(shop, other.id)).toBe('placed')
    expect((await tryOrder(shop, buyer)).json()).toMatchObject({
      status: 409,
      code: 'buyer-blocked',
      current: { phone: '13800006021' },
    })
    expect(await stockOf(env, shop)).toBe(99)
    expect((await buyer.call(`GET /api/storefronts/${shop.slug}`)).statusCode).toBe(200)
  })

  it('leaves accepted orders unchanged and answers the retry of an earlier order', async () => {
    const shop = await openShop(env)
    const buyer = await signIn(env.app)
    const accepted = await placeTestOrder(shop, buyer)
    await answer(shop, 'accept', [accepted.id])
    const state = await readState(shop, accepted.id)
    expect(state).not.toBe('placed')
    const id = newId()
    const first = (await tryOrder(shop, buyer, id)).json()
    await block(shop, accepted.id)
    expect(await readState(shop, accepted.id)).toBe(state)
    expect((await tryOrder(shop, buyer, id)).json()).toMatchObject({ id, number: first.number })
  })

  it('lists the block with the last receiver for the owner only, until the block is lifted', async () => {
    const shop = await openShop(env)
    const buyer = await signIn(env.app)
    const { id } = await placeTestOrder(shop, buyer)
    env.advance(1000)
    const last = await placeTestOrder(shop, buyer, {
      receiver: { name: '新名字', phone: '13900000001', address: '城关镇二号' },
    })
    await block(shop, id)
    const [entry, ...rest] = await blockedIn(shop)
    expect(entry).toMatchObject({ name: '新名字', phone: '13900000001', since: env.deps.clock() })
    expect([id, last.id]).toContain(entry.orderId)
    expect(rest).toEqual([])
    const readOrder = (person: ApiClient) => person.call(`GET ${pathOf(shop)}/orders/${id}`)
    expect((await readOrder(shop.owner)).json().buyerBlocked).toBe(true)
    expect((await readOrder(buyer)).json()).not.toHaveProperty('buyerBlocked')
    expect((await unblock(shop, entry.orderId)).json()).toEqual({ blocked: false })
    expect(await blockedIn(shop)).toEqual([])
    expect((await tryOrder(shop, buyer)).statusCode).toBe(200)
  })

  it('ignores a repeated request after the block was lifted', async () => {
    const shop = await openShop(env)
    const buyer = await signIn(env.app)
    const order = await placeTestOrder(shop, buyer)
    const request = newId()
    await block(shop, order.id, request)
    expect((await block(shop, order.id, request)).json()).toEqual({ blocked: true, cancelled: 0 })
    await unblock(shop, order.id)
    expect((await block(shop, order.id, request)).json()).toEqual({ blocked: false, cancelled: 0 })
    expect((await tryOrder(shop, buyer)).statusCode).toBe(200)
    expect((await block(shop, order.id)).json()).toEqual({ blocked: true, cancelled: 1 })
  })

  it('does not affect orders of the same buyer in another shop', async () => {
    const [shop, other] = [await openShop(env), await openShop(env)]
    const buyer = await signIn(env.app)
    const [order, otherOrder] = [await placeTestOrder(shop, buyer), await placeTestOrder(other, buyer)]
    await block(shop, order.id)
    expect(await readState(other, otherOrder.id)).toBe('placed')
    expect((await tryOrder(other, buyer)).statusCode).toBe(200)
    expect((await block(shop, otherOrder.id)).statusCode).toBe(404)
  })
})

describe('answering several orders', () => {
  it('accepts or refuses all waiting orders at once and changes nothing when the id is repeated', async () => {
    const shop = await openShop(env, { stock: 20 })
    const orders = []
    for (let i = 0; i < 6; i++) orders.push((await placeTestOrder(shop, await signIn(env.app))).id)
    const [accepted, refused] = [orders.slice(0, 3), orders.slice(3)]
    const id = newId()
    const first = (await answer(shop, 'accept', accepted, id)).json()
    expect(first.moved).toBe(3)
    expect(new Set(first.items.map((order: { state: string }) => order.state)).has('placed')).toBe(false)
    expect((await answer(shop, 'accept', accepted, id)).json()).toEqual(first)
    expect((await answer(shop, 'refuse', refused)).json()).toMatchObject({ moved: 3 })
    for (const order of refused) expect(await readState(shop, order)).toBe('cancelled')
    expect(await stockOf(env, shop)).toBe(17)
  })

  it('ignores orders that no longer wait and orders of another shop', async () => {
    const [shop, other] = [await openShop(env), await openShop(env)]
    const refused = await placeTestOrder(shop, await signIn(env.app))
    const foreign = await placeTestOrder(other, await signIn(env.app))
    await answer(shop, 'refuse', [refused.id])
    const again = (await answer(shop, 'accept', [refused.id, foreign.id, newId()])).json()
    expect(again).toMatchObject({ moved: 0, items: [{ id: refused.id, state: 'cancelled' }] })
    expect(await readState(other, foreign.id)).toBe('placed')
  })
})

test('the rate limit lets an owner cancel 300 orders one by one within a minute', async () => {
  const limited = await createTestEnvironment({ settings: { rateLimits: true } })
  const shop = await openShop(limited)
  const order = await placeTestOrder(shop, await signIn(limited.app))
  const path = `POST ${pathOf(shop)}/orders/${order.id}/steps`
  const codes = new Set<number>()
  for (let i = 0; i < 300; i++)
    codes.add((await shop.owner.call(path, { id: newId(), action: 'cancel' })).statusCode)
  expect(codes).toEqual(new Set([200, 409]))
  await limited.app.close()
})
