import { signIn } from '../../support/api-client'
import { environmentPerTest, newId } from '../../support/test-environment'
import {
  entryFor,
  groupBuyDraft,
  joinAs,
  joinAsNew,
  openGroupBuy,
  readGroupBuy,
  stepGroupBuy,
} from '../../support/test-group-buy'
import { openShop, readToday, stepOrder, stockOf } from '../../support/test-shop'

const env = environmentPerTest()
const HOUR = 3_600_000
const DAY = 24 * HOUR

const request = { fulfilments: ['local', 'pickup'], payments: ['on-delivery', 'on-pickup'] } as const

describe('a group buy', () => {
  it('gathers entries from its publication to its end and hands them out', async () => {
    const shop = await openShop(env, { stock: 20, request: { ...request } as object })
    const groupBuy = await openGroupBuy(env, shop)
    const first = await joinAsNew(env, groupBuy, 2)
    expect(first.order).toMatchObject({
      ...{ state: 'placed', gathering: true, total: 4000, fulfilment: 'pickup', freight: 0 },
      groupBuy: { id: groupBuy.groupBuyId, entry: 1, point: { name: '学校门口', when: '周六 10 点' } },
    })
    const second = await joinAsNew(env, groupBuy, 3, { anonymous: true })
    expect(second.order.groupBuy?.entry).toBe(2)
    expect(await stockOf(env, shop)).toBe(15)
    expect(await readGroupBuy(groupBuy)).toMatchObject({
      state: 'open',
      counts: { entries: 2, units: 5, amount: 10_000 },
    })
    const entries = (await shop.owner.call(`GET ${groupBuy.route}/entries`)).json().items
    expect(entries).toEqual([
      { number: 2, lines: [{ skuId: shop.skuId, quantity: 3 }] },
      { number: 1, name: '收**', lines: [{ skuId: shop.skuId, quantity: 2 }] },
    ])
    expect(await readToday(shop)).toMatchObject({ waiting: 0, toDo: 0 })

    await env.runAfter(3 * DAY)
    expect(await readGroupBuy(groupBuy)).toMatchObject({ state: 'closed' })
    const orders = (await shop.owner.call(`GET ${groupBuy.route}/entry-orders`)).json().items
    expect(orders).toMatchObject([
      { number: 1, state: 'accepted', phone: '13800000000' },
      { number: 2, state: 'accepted', anonymous: true },
    ])
    const tick = { id: newId(), orderId: first.order.id, kind: 'hand-out', means: 'code' }
    for (let i = 0; i < 2; i++) {
      const answer = await shop.owner.call(`POST ${groupBuy.route}/hand-outs`, { ticks: [tick] })
      expect(answer.json().items).toMatchObject([
        { state: 'done', payment: { state: 'paid' }, handedOutAt: env.deps.clock() },
      ])
    }
    const undo = { id: newId(), orderId: first.order.id, kind: 'undo' }
    const undone = await shop.owner.call(`POST ${groupBuy.route}/hand-outs`, { ticks: [undo] })
    expect(undone.json().items).toMatchObject([{ state: 'accepted', payment: { state: 'due' } }])
  })

  it('falls short below its minimum, is prolonged once, and is called off when nobody decides', async () => {
    const shop = await openShop(env, { request: { ...request } as object })
    const groupBuy = await openGroupBuy(env, shop, { minimum: { kind: 'units', value: 5 } })
    const { buyer, order } = await joinAsNew(env, groupBuy, 2)
    await env.runAfter(3 * DAY)
    expect(await readGroupBuy(groupBuy)).toMatchObject({ state: 'short', decideBy: env.deps.clock() + DAY })
    expect((await joinAs(groupBuy, await signIn(env.app))).json()).toMatchObject({
      code: 'group-buy-over',
      current: { state: 'short' },
    })
    expect((await buyer.call(`DELETE ${groupBuy.route}/entries/${order.id}`)).statusCode).toBe(409)
    const endsAt = env.deps.clock() + 2 * DAY
    expect((await stepGroupBuy(groupBuy, 'prolong', { endsAt })).json()).toMatchObject({
      ...{ state: 'open', endsAt, prolonged: true },
    })
    await env.runAfter(2 * DAY)
    expect((await stepGroupBuy(groupBuy, 'prolong', { endsAt: endsAt + 2 * DAY })).json().code).toBe(
      'not-allowed-now',
    )
    await env.runAfter(DAY)
    await env.app.worker.runDue()
    expect(await readGroupBuy(groupBuy)).toMatchObject({ state: 'cancelled', counts: { entries: 0 } })
    expect((await buyer.call(`GET /api/shops/${shop.shopId}/orders/${order.id}`)).json().order).toMatchObject(
      {
        ...{ state: 'cancelled', payment: { state: 'void' } },
      },
    )
    expect(await stockOf(env, shop)).toBe(10)
  })

  it('closes when all is taken', async () => {
    const shop = await openShop(env, { stock: 30, request: { ...request } as object })
    const groupBuy = await openGroupBuy(env, shop, { goods: [{ skuId: shop.skuId, price: 2000, max: 5 }] })
    await joinAsNew(env, groupBuy, 3)
    expect((await joinAs(groupBuy, await signIn(env.app), 3)).json()).toMatchObject({
      code: 'group-buy-full',
      current: { lines: [{ skuId: shop.skuId, most: 2 }] },
    })
    await joinAsNew(env, groupBuy, 2)
    await env.runAfter(1)
    expect((await readGroupBuy(groupBuy)).state).toBe('closed')
  })

  it('keeps the number of a changed entry and returns what it had taken', async () => {
    const shop = await openShop(env, { request: { ...request } as object })
    const groupBuy = await openGroupBuy(env, shop)
    const { buyer, order } = await joinAsNew(env, groupBuy, 4)
    await joinAsNew(env, groupBuy, 1)
    const changed = await joinAs(groupBuy, buyer, 9, { replaces: order.id })
    expect(changed.json()).toMatchObject({ gathering: true, groupBuy: { entry: 1 }, total: 18_000 })
    expect(await readGroupBuy(groupBuy)).toMatchObject({ counts: { entries: 2, units: 10, amount: 20_000 } })
    const orders = (await shop.owner.call(`GET ${groupBuy.route}/entry-orders`)).json().items
    expect(orders.map(({ number, lines }: { number: number; lines: object }) => ({ number, lines }))).toEqual(
      [
        { number: 1, lines: [{ skuId: shop.skuId, quantity: 9 }] },
        { number: 2, lines: [{ skuId: shop.skuId, quantity: 1 }] },
      ],
    )
    const left = await buyer.call(`DELETE ${groupBuy.route}/entries/${changed.json().id}`)
    expect(left.json()).toMatchObject({ state: 'cancelled' })
    expect(await readGroupBuy(groupBuy)).toMatchObject({ counts: { entries: 1, units: 1 } })
    expect(await stockOf(env, shop)).toBe(9)
    expect((await joinAsNew(env, groupBuy)).order.groupBuy?.entry).toBe(3)
  })

  it('refuses what an older app sends about an entry with the current order', async () => {
    const shop = await openShop(env, { request: { ...request } as object })
    const groupBuy = await openGroupBuy(env, shop)
    const { buyer, order } = await joinAsNew(env, groupBuy)
    for (const [who, action] of [
      ...([[buyer, 'cancel']] as const),
      ...([
        [shop.owner, 'accept'],
        [shop.owner, 'cancel'],
      ] as const),
    ])
      expect((await stepOrder(shop, who, order.id, action)).json()).toMatchObject({
        code: 'not-allowed-now',
        current: { id: order.id, state: 'placed', gathering: true },
      })
  })

  it('limits what one person takes in all entries together', async () => {
    const shop = await openShop(env, { stock: 50, request: { ...request } as object })
    const groupBuy = await openGroupBuy(env, shop)
    const { buyer, order } = await joinAsNew(env, groupBuy, 8)
    expect((await joinAs(groupBuy, buyer, 3)).json()).toMatchObject({
      code: 'group-buy-full',
      current: { lines: [{ most: 2 }] },
    })
    expect((await joinAs(groupBuy, buyer, 10, { replaces: order.id })).statusCode).toBe(200)
  })

  it('never changes a price or loses goods, places or time once it is open', async () => {
    const shop = await openShop(env, { request: { ...request } as object })
    const groupBuy = await openGroupBuy(env, shop)
    const { version, endsAt } = await readGroupBuy(groupBuy)
    const points = [{ id: groupBuy.pointId, name: '学校门口' }]
    const save = (changes: object) =>
      shop.owner.call(`PUT ${groupBuy.route}`, {
        version,
        ...groupBuyDraft(shop, env, { points, endsAt, ...changes }),
      })
    expect((await save({ goods: [{ skuId: shop.skuId, price: 1900 }] })).json().fields).toEqual([
      { path: '/goods/0/price', message: 'does not change any more' },
    ])
    expect((await save({ points: [] })).json().code).toBe('bad-input')
    expect((await save({ endsAt: endsAt - 1 })).json().code).toBe('bad-input')
    expect((await save({ words: '多带一点', endsAt: endsAt + HOUR })).json()).toMatchObject({
      ...{ words: '多带一点', endsAt: endsAt + HOUR, version: version + 1 },
    })
    expect((await save({ words: '又改' })).json().code).toBe('version-conflict')
  })

  it('answers a repeated entry and refuses another one with the same id', async () => {
    const shop = await openShop(env, { request: { ...request } as object })
    const groupBuy = await openGroupBuy(env, shop)
    const buyer = await signIn(env.app)
    const id = newId()
    const first = await joinAs(groupBuy, buyer, 1, {}, id)
    expect((await joinAs(groupBuy, buyer, 1, {}, id)).json()).toEqual(first.json())
    expect((await joinAs(groupBuy, buyer, 2, {}, id)).json().code).toBe('idempotency-conflict')
    expect((await readGroupBuy(groupBuy)).counts.entries).toBe(1)
  })

  it('stores pasted entries for the shop, which its owner may remove', async () => {
    const shop = await openShop(env, { request: { ...request } as object })
    const groupBuy = await openGroupBuy(env, shop)
    const pasted = (quantity: number) => ({
      ...{ orderId: newId(), name: '王婶', chatNumber: 7, lines: [{ skuId: shop.skuId, quantity }] },
    })
    const entries = [pasted(2), pasted(100)]
    const answer = await shop.owner.call(`POST ${groupBuy.route}/pasted`, { entries })
    expect(answer.json().items).toEqual([
      { orderId: entries[0]?.orderId, number: 1 },
      { orderId: entries[1]?.orderId, code: 'group-buy-full' },
    ])
    const orders = (await shop.owner.call(`GET ${groupBuy.route}/entry-orders`)).json().items
    expect(orders).toMatchObject([{ isPasted: true, name: '王婶', phone: '', chatNumber: 7, total: 4000 }])
    expect(
      (await shop.owner.call(`DELETE ${groupBuy.route}/entries/${entries[0]?.orderId}`)).json().state,
    ).toBe('cancelled')
    expect(await stockOf(env, shop)).toBe(10)
    const { order } = await joinAsNew(env, groupBuy)
    expect((await shop.owner.call(`DELETE ${groupBuy.route}/entries/${order.id}`)).statusCode).toBe(409)
  })

  it('is hidden as a draft', async () => {
    const shop = await openShop(env, { request: { ...request } as object })
    const id = newId()
    const route = `/api/shops/${shop.shopId}/group-buys/${id}`
    await shop.owner.call(`PUT ${route}`, { version: 0, ...groupBuyDraft(shop, env) })
    const buyer = await signIn(env.app)
    expect((await buyer.call(`GET /api/storefronts/${shop.slug}/group-buys/${id}`)).statusCode).toBe(404)
    const entry = entryFor({ shop, groupBuyId: id, pointId: newId(), route })
    expect((await buyer.call(`PUT ${route}/entries/${newId()}`, entry)).statusCode).toBe(404)
    expect((await shop.owner.call(`DELETE ${route}`)).json()).toEqual({ removed: true })
  })
})
