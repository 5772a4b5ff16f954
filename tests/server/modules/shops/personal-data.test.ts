import type { Order } from '@/domain/order/order'
import type { Receiver } from '@/domain/receiver/receiver'
import { RECORDS_RETENTION_MS } from '@/domain/shop/personal-data'
import { readJson } from '../../../../server/db/json'
import { forgetOrders } from '../../../../server/modules/personal-data/forget-orders'
import { type ApiClient, call, signIn } from '../../support/api-client'
import { environmentPerTest, newId } from '../../support/test-environment'
import { type OpenedShop, openShop, placeTestOrder, stepOrder } from '../../support/test-shop'

const DAY = 86_400_000

const env = environmentPerTest()
let shop: OpenedShop
let buyer: ApiClient
beforeEach(async () => {
  await env.app.worker.start(1_000_000)
  shop = await openShop(env)
  buyer = await signIn(env.app)
})

const read = (who = buyer) => who.call('GET /api/me/data')
const remove = (who = buyer) => who.call('DELETE /api/me/data')
const ofShop = (order: Order) => shop.owner.call(`GET /api/shops/${shop.shopId}/orders/${order.id}`)

async function step(order: Order, ...actions: string[]): Promise<void> {
  for (const action of actions) await stepOrder(shop, shop.owner, order.id, action)
}

async function finishedOrder(who = buyer): Promise<Order> {
  const order = await placeTestOrder(shop, who, { note: '放门口' })
  await step(order, 'accept', 'send', 'finish')
  return order
}

describe('deleting the stored data of a person', () => {
  it('is refused while orders are open, and names them', async () => {
    const order = await placeTestOrder(shop, buyer)
    const refused = await remove()
    expect([refused.statusCode, refused.json()]).toMatchObject([
      409,
      { code: 'not-allowed-now', current: { openOrders: [{ id: order.id, shopId: shop.shopId }] } },
    ])
    expect((await buyer.call(`GET /api/shops/${shop.shopId}/orders/${order.id}`)).statusCode).toBe(200)
  })

  it('leaves finished orders with the shop, without a link to the account', async () => {
    const order = await finishedOrder()
    const again = await finishedOrder()
    expect((await read()).json()).toMatchObject({ orders: 2, claimable: 2, openOrders: [], shops: [] })
    expect((await remove()).json()).toEqual({ isAccountKept: false })
    expect((await read()).statusCode).toBe(401)
    expect((await ofShop(order)).json().order).toMatchObject({ note: '放门口', receiver: { name: '收货人' } })
    const rows = await env.deps.db.query
      .selectFrom('shop_order')
      .select(['id', 'buyer_id'])
      .orderBy('number')
      .execute()
    expect(rows.map(({ id }) => id)).toEqual([order.id, again.id])
    expect(new Set(rows.map(({ buyer_id }) => buyer_id)).size).toBe(1)
    expect(rows[0]?.buyer_id).not.toBe(buyer.accountId)
  })

  it('masks the receiver after ninety days, and removes the phone from the order search', async () => {
    const order = await finishedOrder()
    await remove()
    for (let day = 0; day < 91; day++) await env.runAfter(DAY)
    const { order: kept } = (await ofShop(order)).json()
    expect(kept).toMatchObject({ total: 2500, lines: [{ name: '核桃' }] })
    expect([kept.receiver, kept.note]).toEqual([{ name: '收**', phone: '*0000' }, undefined])
    const found = await shop.owner.call(`GET /api/shops/${shop.shopId}/orders?search=13800000000`)
    expect(found.json().items).toEqual([])
  })

  it('keeps an account with a shop, and deletes only the data of its owner as a buyer', async () => {
    const other = await openShop(env)
    const order = await placeTestOrder(other, shop.owner)
    for (const action of ['accept', 'send', 'finish']) await stepOrder(other, other.owner, order.id, action)
    expect((await read(shop.owner)).json()).toMatchObject({ orders: 1, shops: [{ id: shop.shopId }] })
    expect((await remove(shop.owner)).json()).toEqual({ isAccountKept: true })
    expect((await shop.owner.call('GET /api/me/orders')).json()).toEqual({ items: [] })
    expect((await shop.owner.call(`GET /api/shops/${shop.shopId}`)).statusCode).toBe(200)
  })

  it('replaces the account in the opener and the key request of a shop by a random id', async () => {
    const { query } = env.deps.db
    const given = { opened_by: buyer.accountId, key_request: `${buyer.accountId}:request` }
    await query.updateTable('shop').set(given).execute()
    await remove()
    const row = await query.selectFrom('shop').select(['opened_by', 'key_request']).executeTakeFirstOrThrow()
    expect(row.opened_by).toMatch(/^[0-9A-Z]{26}$/)
    expect(row.key_request).toBe(`${row.opened_by}:`)
  })

  it('lets a new account order again', async () => {
    await finishedOrder()
    await remove()
    await placeTestOrder(shop, await signIn(env.app))
  })
})

describe('the copy of the stored data of a person', () => {
  const open = async (who: ApiClient) => {
    const link = await who.call('POST /api/me/data/copies', { id: newId() })
    const { pathname } = new URL(link.json<{ url: string }>().url)
    return { pathname, page: await call(env.app, `GET ${pathname}`) }
  }

  it('contains the orders of the person as text and as JSON', async () => {
    const order = await placeTestOrder(shop, buyer, { note: '<b>放门口</b>' })
    const { page } = await open(buyer)
    expect(page.headers['content-disposition']).toContain('attachment')
    expect(page.body).toContain('收货人 13800000000 城关镇一号')
    expect(page.body).not.toContain('<b>')
    const json = /<pre>([\s\S]*)<\/pre>/
      .exec(page.body)?.[1]
      ?.replace(/&quot;/g, '"')
      .replace(/&(lt|gt);/g, '')
    expect(JSON.parse(json ?? '')).toMatchObject({
      account: { id: buyer.accountId },
      orders: [{ order: { id: order.id } }],
    })
  })

  it('contains no data of other people and no tokens', async () => {
    await placeTestOrder(shop, await signIn(env.app))
    const { page } = await open(buyer)
    expect(page.body).not.toContain('13800000000')
    expect(page.body).not.toContain(buyer.token)
  })

  it('can be downloaded for ten minutes, and not after the account was deleted', async () => {
    const { pathname } = await open(buyer)
    expect((await call(env.app, `GET ${pathname}`)).statusCode).toBe(200)
    const forged = pathname.replace(/\.\d+\./, '.9999999999999.')
    expect((await call(env.app, `GET ${forged}`)).statusCode).toBe(404)
    await remove()
    expect((await call(env.app, `GET ${pathname}`)).statusCode).toBe(404)
    const { pathname: late } = await open(shop.owner)
    env.advance(11 * 60_000)
    expect((await call(env.app, `GET ${late}`)).statusCode).toBe(404)
  })
})

describe('forgetOrders', () => {
  const rows = () =>
    env.deps.db.query
      .selectFrom('shop_order')
      .select(['receiver', 'note', 'search', 'total', 'lines'])
      .orderBy('number')
      .execute()
  const receivers = async () => (await rows()).map(({ receiver }) => readJson<Receiver>(receiver).phone)

  it('removes receivers three years after an order ended, unless money is due or it is open', async () => {
    await finishedOrder()
    const due = await placeTestOrder(shop, buyer)
    await step(due, 'accept', 'send')
    await stepOrder(shop, buyer, due.id, 'finish')
    await step(await placeTestOrder(shop, buyer), 'cancel')
    await placeTestOrder(shop, buyer)
    const phone = '13800000000'
    env.advance(RECORDS_RETENTION_MS - 1)
    await forgetOrders(env.deps)
    expect(await receivers()).toEqual([phone, phone, phone, phone])
    const ledger = await env.deps.db.query.selectFrom('ledger').selectAll().execute()
    env.advance(1)
    await forgetOrders(env.deps)
    expect(await receivers()).toEqual(['', phone, '', phone])
    const [row] = await rows()
    expect(row).toMatchObject({ note: null, total: 2500, lines: expect.stringContaining('核桃') })
    expect(row?.search).not.toContain(phone)
    expect(await env.deps.db.query.selectFrom('ledger').selectAll().execute()).toEqual(ledger)
  })

  it('removes the receivers of more than a hundred orders', async () => {
    await finishedOrder()
    const { query } = env.deps.db
    const known = await query.selectFrom('shop_order').selectAll().executeTakeFirstOrThrow()
    const copies = Array.from({ length: 120 }, (_, i) => ({ ...known, id: newId(), number: i + 2 }))
    for (const copy of copies) await query.insertInto('shop_order').values(copy).execute()
    env.advance(RECORDS_RETENTION_MS)
    await forgetOrders(env.deps)
    expect(new Set(await receivers())).toEqual(new Set(['']))
  })
})
