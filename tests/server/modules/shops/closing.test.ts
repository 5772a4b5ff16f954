import { dayOf } from '@/domain/day'
import { monthOf } from '@/domain/month'
import type { Order } from '@/domain/order/order'
import { type ApiClient, answered, call, signIn } from '../../support/api-client'
import { picture } from '../../support/pictures'
import { sendPhoto } from '../../support/stories/send-media'
import { environmentPerTest, newId } from '../../support/test-environment'
import {
  claimOrder,
  type OpenedShop,
  openShop,
  orderFor,
  placeTestOrder,
  productDraft,
  stepOrder,
} from '../../support/test-shop'

const DAY = 86_400_000
const NAME = '核桃老店'

const env = environmentPerTest()
let shop: OpenedShop
let buyer: ApiClient
beforeEach(async () => {
  await env.app.worker.start(1_000_000)
  shop = await openShop(env, { request: { name: NAME, phone: '13900000001' } })
  buyer = await signIn(env.app)
})

const storefront = () => call(env.app, `GET /api/storefronts/${shop.slug}`)
const read = () => shop.owner.call(`GET /api/shops/${shop.shopId}/closing`)
const close = (name = NAME) => shop.owner.call(`PUT /api/shops/${shop.shopId}/closing`, { name })
const reopen = () => shop.owner.call(`DELETE /api/shops/${shop.shopId}/closing`)
const readOrder = (order: Order) => buyer.call(`GET /api/shops/${shop.shopId}/orders/${order.id}`)

async function step(order: Order, ...actions: string[]): Promise<void> {
  for (const action of actions) {
    await answered(stepOrder(shop, shop.owner, order.id, action))
  }
}

/** Places an order, which is delivered and paid. */
async function finishedOrder(): Promise<Order> {
  const order = await placeTestOrder(shop, buyer)
  await step(order, 'accept', 'send', 'finish')
  return order
}

/** Runs the jobs of each day, as they run on a server that is never late. */
async function passDays(days: number): Promise<void> {
  for (let day = 0; day < days; day++) await env.runAfter(DAY)
}

/** Runs the jobs after a long time; those that wait once more after a jump of the clock run, too. */
async function passYears(years: number): Promise<void> {
  await env.runAfter(years * 366 * DAY)
  await passDays(8)
}

describe('closing a shop', () => {
  it('is refused while orders are open, and names them', async () => {
    const order = await placeTestOrder(shop, buyer)
    const refused = await close()
    expect([refused.statusCode, refused.json()]).toMatchObject([
      409,
      {
        code: 'not-allowed-now',
        current: { openCount: 1, openOrders: [{ id: order.id, shopName: NAME, number: 1, state: 'placed' }] },
      },
    ])
    await step(order, 'cancel')
    expect((await close()).statusCode).toBe(200)
  })

  it('is refused when the typed name is not the name of the shop', async () => {
    const refused = await close('别的店')
    expect(refused.json()).toMatchObject({ code: 'bad-input', fields: [{ path: '/name' }] })
    expect((await storefront()).statusCode).toBe(200)
  })

  it('reports uncollected money and the number of orders that can still be claimed for', async () => {
    const order = await placeTestOrder(shop, buyer)
    await step(order, 'accept', 'send')
    const route = `POST /api/shops/${shop.shopId}/orders/${order.id}/steps`
    await buyer.call(route, { id: newId(), action: 'finish' })
    const nothing = { orders: 0, sum: 0 }
    expect((await read()).json()).toMatchObject({
      ...{ orders: 1, openCount: 0, claimable: 1, due: { orders: 1, sum: 2500 }, toReturn: nothing },
    })
    await step(order, 'collect')
    expect((await read()).json()).toMatchObject({ due: nothing })
  })

  it('replies 410 to the shop link, and refuses new orders', async () => {
    expect((await storefront()).statusCode).toBe(200)
    const closed = await close()
    const at = env.deps.clock()
    expect(closed.json()).toMatchObject({ closedAt: at, reopenUntil: at + 7 * DAY })
    // a repeated request, after a lost answer
    expect((await close()).json()).toEqual(closed.json())
    expect([(await storefront()).statusCode, (await storefront()).json().code]).toEqual([410, 'not-found'])
    expect((await call(env.app, `GET /api/shops/${shop.shopId}/products`)).statusCode).toBe(404)
    const refused = await buyer.call(`PUT /api/shops/${shop.shopId}/orders/${newId()}`, orderFor(shop))
    expect(refused.statusCode).toBe(404)
    expect((await shop.owner.call(`GET /api/shops/${shop.shopId}`)).json().shop).toMatchObject({
      closedAt: at,
    })
  })

  it('is undone within seven days', async () => {
    await close()
    await passDays(6)
    expect((await reopen()).json()).not.toHaveProperty('closedAt')
    await reopen()
    await passDays(5)
    expect((await storefront()).json()).toMatchObject({ shop: { name: NAME }, products: [{ name: '核桃' }] })
    await placeTestOrder(shop, buyer)
  })

  it('drops the queued messages to the owners, and keeps those to the buyers', async () => {
    const { query } = env.deps.db
    const at = env.deps.clock()
    const message = (id: string, event: 'claim' | 'refunded', account_id: string) => ({
      ...{ id, account_id, kind: 'sms' as const, address: '13800000000', event, shop_id: shop.shopId },
      ...{ subject_id: 'order', created_at: at, expires_at: at + DAY, state: 'queued' as const },
      ...{ sending: null, attempts: 0, ended_at: null },
    })
    await query
      .insertInto('message')
      .values([message('a', 'claim', shop.owner.accountId), message('b', 'refunded', buyer.accountId)])
      .execute()
    await close()
    const states = await query.selectFrom('message').select(['id', 'state']).orderBy('id').execute()
    expect(states).toEqual([
      { id: 'a', state: 'dropped' },
      { id: 'b', state: 'queued' },
    ])
  })

  it('lets the owner download orders and ledger as spreadsheets', async () => {
    await finishedOrder()
    await close()
    const month = monthOf(env.deps.clock())
    const requests: [string, object][] = [
      ['orders/sheets', {}],
      [`money/${month}/sheets`, { id: newId() }],
    ]
    for (const [path, body] of requests) {
      const link = await shop.owner.call(`POST /api/shops/${shop.shopId}/${path}`, body)
      const { pathname } = new URL(link.json<{ url: string }>().url)
      expect((await call(env.app, `GET ${pathname}`)).statusCode).toBe(200)
    }
  })

  it('ends the offers of help', async () => {
    const openOffers = () =>
      env.deps.db.query.selectFrom('handover').select('id').where('ended_at', 'is', null).execute()
    const route = `PUT /api/shops/${shop.shopId}/help-offers/${newId()}`
    expect((await shop.owner.call(route, { parts: ['products'] })).statusCode).toBe(200)
    expect(await openOffers()).toHaveLength(1)
    await close()
    expect(await openOffers()).toEqual([])
  })
})

describe('a closed shop', () => {
  it('is deleted after seven days, except for its slug and its orders, which buyers can read', async () => {
    const order = await finishedOrder()
    await passDays(8)
    await close()
    await passDays(8)
    expect((await read()).statusCode).toBe(404)
    expect((await shop.owner.call('GET /api/me/shops')).json()).toEqual({ items: [] })
    expect((await storefront()).statusCode).toBe(410)
    expect((await readOrder(order)).json()).toMatchObject({
      order: { lines: [{ name: '核桃' }], receiver: { phone: '13800000000' } },
      shop: { name: NAME, phone: '13900000001' },
    })
    expect((await buyer.call('GET /api/me/orders')).json().items).toHaveLength(1)
    const products = await env.deps.db.query.selectFrom('product').selectAll().execute()
    expect(products).toEqual([])
  })

  it('is not deleted while a claim of a buyer is open', async () => {
    const order = await finishedOrder()
    await close()
    await passDays(4)
    expect((await claimOrder(shop, buyer, order.id)).statusCode).toBe(200)
    await passDays(10)
    // silence has agreed; the money is not returned yet
    expect((await read()).json()).toMatchObject({ openCount: 1 })
  })

  it('removes the photos that no order shows', async () => {
    const photoId = newId()
    const photo = await picture(40, 30, '#204a7a').jpeg().toBuffer()
    expect((await sendPhoto(env.app, shop.owner, photoId, photo)).statusCode).toBe(200)
    const product = { version: 0, ...productDraft(), photos: [photoId] }
    const route = `PUT /api/shops/${shop.shopId}/products/${newId()}`
    expect((await shop.owner.call(route, product)).statusCode).toBe(200)
    await close()
    expect(env.blobs.names()).not.toEqual([])
    await passDays(17)
    expect(env.blobs.names()).toEqual([])
  })

  it('removes the channels of owners without another shop, except the push channels of buyers', async () => {
    const { query } = env.deps.db
    const other = await openShop(env, { request: { name: '别的店' } })
    const bought = await signIn(env.app)
    const sellingOn = await signIn(env.app)
    await placeTestOrder(other, bought)
    for (const [account_id, shop_id] of [
      [bought.accountId, shop.shopId],
      [sellingOn.accountId, shop.shopId],
      [sellingOn.accountId, other.shopId],
    ] as const)
      await query.insertInto('shop_owner').values({ account_id, shop_id, since: 0 }).execute()
    for (const { accountId } of [shop.owner, bought, sellingOn])
      for (const kind of ['push', 'sms'] as const)
        await query
          .insertInto('channel')
          .values({
            ...{ account_id: accountId, kind, address: `${kind} of ${accountId}`, details: '{}' },
            ...{ permits: null, last_request: null, created_at: 0 },
          })
          .execute()
    await close()
    await passDays(8)
    const left = await query.selectFrom('channel').select(['account_id', 'kind']).execute()
    expect(left.map(({ account_id, kind }) => `${kind} ${account_id}`).sort()).toEqual(
      [`push ${bought.accountId}`, `push ${sellingOn.accountId}`, `sms ${sellingOn.accountId}`].sort(),
    )
  })

  it('masks the receivers of its orders after ninety days', async () => {
    const order = await finishedOrder()
    await passDays(8)
    await close()
    await passDays(83)
    expect((await readOrder(order)).json().order.receiver).toEqual({ name: '收**', phone: '*0000' })
  })

  it('releases its slug after one year, or after three years when it has orders', async () => {
    await close()
    await passDays(8)
    await passYears(1)
    expect((await storefront()).statusCode).toBe(404)

    const other = await openShop(env, { request: { name: NAME } })
    shop = other
    buyer = await signIn(env.app)
    await finishedOrder()
    await passDays(8)
    await close()
    await passDays(8)
    await passYears(1)
    expect((await storefront()).statusCode).toBe(410)
    await passYears(2)
    expect((await storefront()).statusCode).toBe(404)
    const left = await env.deps.db.query.selectFrom('shop_order').select('id').execute()
    expect([dayOf(env.deps.clock()) > '2030', left]).toEqual([true, []])
  }, 60_000)

  it('is not deleted early when the clock is set forward', async () => {
    await close()
    env.shiftClock(40 * DAY)
    await env.app.worker.runDue()
    expect((await reopen()).statusCode).toBe(200)
  })
})
