import { sha256 } from '../../../../server/fingerprint'
import type { StorefrontCache } from '../../../../server/http/cache/storefront-cache'
import { decideBySilence } from '../../../../server/modules/order-steps/decide-by-silence'
import { type ApiClient, signIn } from '../../support/api-client'
import { claimOrder, openShop, placeTestOrder, stepOrder } from '../../support/test-shop'
import {
  addBrowser,
  env,
  messages,
  pass,
  receiveOrder,
  run,
  service,
  setUp,
  shop,
  tearDown,
} from './push-story'

beforeEach(setUp)
afterEach(tearDown)

const step = (client: ApiClient, id: string, action: string, more = {}) =>
  stepOrder(shop, client, id, action, more)

/** Places an order that arrives and is paid in cash. */
async function deliver(buyer: ApiClient): Promise<string> {
  const { id } = await placeTestOrder(shop, buyer)
  for (const action of ['accept', 'send', 'finish']) await step(shop.owner, id, action)
  return id
}

describe('push messages to a seller', () => {
  it('sends goods and sum of an order without personal data', async () => {
    const browser = await addBrowser(shop.owner)
    const order = await placeTestOrder(shop, await signIn(env.app), {}, 2)
    await run()
    expect(browser.received()).toEqual([
      {
        id: expect.any(String),
        tag: `new-order:${shop.shopId}`,
        title: '来了一单',
        body: '第 1 单：核桃，¥50.00',
        path: `/merchant-order?shop=${shop.shopId}&order=${order.id}`,
      },
    ])
  })

  it('sends one push message per order, also when jobs run repeatedly', async () => {
    const browser = await addBrowser(shop.owner)
    await receiveOrder()
    await pass(60_000)
    await pass(3_600_000)
    expect(browser.titles()).toEqual(['来了一单'])
  })

  it('combines the further orders of one minute into one push message', async () => {
    const browser = await addBrowser(shop.owner)
    for (let i = 0; i < 13; i++) {
      await placeTestOrder(shop, await signIn(env.app))
      await run()
    }
    expect(browser.titles()).toEqual(['来了一单'])
    await pass(60_000)
    expect(browser.titles()).toEqual(['来了一单', '来了 12 单'])
    expect(browser.received()[1]).toMatchObject({
      body: '一共 ¥300.00',
      path: `/merchant?shop=${shop.shopId}&tab=orders`,
    })
    await pass(3_600_000)
    expect(browser.titles()).toHaveLength(2)
  })

  it('omits orders that the seller accepted before the message was sent', async () => {
    const browser = await addBrowser(shop.owner)
    const orders = [await placeTestOrder(shop, await signIn(env.app))]
    await run()
    for (let i = 0; i < 2; i++) orders.push(await placeTestOrder(shop, await signIn(env.app)))
    await run()
    await step(shop.owner, orders[1]?.id ?? '', 'accept')
    await pass(60_000)
    expect(browser.titles()).toEqual(['来了一单', '来了一单'])
    expect((await messages()).map(({ state }) => state).sort()).toEqual(['dropped', 'sent', 'sent'])
  })

  it('sends a new-order message to all browsers of all owners of the shop', async () => {
    const [one, two] = [await addBrowser(shop.owner), await addBrowser(shop.owner)]
    const { query } = env.deps.db
    const other = await signIn(env.app)
    await query
      .insertInto('shop_owner')
      .values({ account_id: other.accountId, shop_id: shop.shopId, since: 0 })
      .execute()
    const third = await addBrowser(other)
    await receiveOrder()
    for (const browser of [one, two, third]) expect(browser.titles()).toEqual(['来了一单'])
  })

  it('sends messages about claims, cancel requests and low stock', async () => {
    const small = await openShop(env, { stock: 7, owner: shop.owner })
    const browser = await addBrowser(shop.owner)
    const buyer = await signIn(env.app)
    const asking = await placeTestOrder(small, buyer)
    const claiming = await placeTestOrder(small, buyer)
    await run()
    await pass(60_000)
    expect(browser.titles().sort()).toEqual(['有一样货快没了', '来了 2 单'].sort())
    expect(browser.received().find(({ tag }) => tag.startsWith('low-stock'))).toMatchObject({
      body: '核桃还剩 5',
      path: `/merchant?shop=${small.shopId}&tab=goods&filter=low-stock`,
    })
    const move = (client: ApiClient, id: string, action: string) => stepOrder(small, client, id, action)
    await move(shop.owner, asking.id, 'accept')
    await move(buyer, asking.id, 'ask-cancel')
    for (const action of ['accept', 'send', 'finish']) await move(shop.owner, claiming.id, action)
    const answer = await claimOrder(small, buyer, claiming.id)
    expect(answer.statusCode).toBe(200)
    await pass(1000)
    expect(browser.titles().slice(2).sort()).toEqual(['有买家想取消', '有买家说东西有问题'].sort())
  })

  it('sends a message about an open claim, but none when the buyer accepts an offer', async () => {
    const buyer = await signIn(env.app)
    const id = await deliver(buyer)
    const browser = await addBrowser(shop.owner)
    await claimOrder(shop, buyer, id)
    await pass(1000)
    await step(shop.owner, id, 'offer', { amount: 500 })
    expect((await step(buyer, id, 'accept-offer')).json()).toMatchObject({ afterSale: 'agreed' })
    await pass(60_000)
    expect(browser.titles()).toEqual(['有买家说东西有问题'])
  })

  it('repeats the message while a claim waits for an answer', async () => {
    const buyer = await signIn(env.app)
    const id = await deliver(buyer)
    const browser = await addBrowser(shop.owner)
    await claimOrder(shop, buyer, id)
    await pass(1000)
    await pass(24 * 3_600_000)
    const storefronts = { invalidateShop: () => undefined } as unknown as StorefrontCache
    await decideBySilence(env.deps, storefronts)
    await pass(60_000)
    expect(browser.titles()).toEqual(['有买家说东西有问题', '有买家说东西有问题'])
  })

  it('sends a low-stock message once the stock reaches the low-stock line of the shop', async () => {
    const small = await openShop(env, { stock: 7, owner: shop.owner })
    const { query } = env.deps.db
    await query.updateTable('shop').set({ low_stock: 6 }).where('shop_id', '=', small.shopId).execute()
    const browser = await addBrowser(shop.owner)
    await placeTestOrder(small, await signIn(env.app))
    await run()
    await pass(60_000)
    expect(browser.received().find(({ tag }) => tag.startsWith('low-stock'))).toMatchObject({
      body: '核桃还剩 6',
    })
  })

  it('reports unreachable on the today page until a browser is added', async () => {
    const isUnreachable = async () =>
      (await shop.owner.call(`GET /api/shops/${shop.shopId}/today`)).json<{ unreachable?: boolean }>()
        .unreachable
    expect(await isUnreachable()).toBe(true)
    await addBrowser(shop.owner)
    expect(await isUnreachable()).toBeUndefined()
  })

  it('queues no message for a shop whose owners have no channel', async () => {
    await placeTestOrder(shop, await signIn(env.app))
    const jobs = await env.deps.db.query.selectFrom('job').selectAll().where('kind', '=', 'notify').execute()
    expect(jobs).toEqual([])
  })

  it('sends nothing to a removed browser or to one that ended its subscription', async () => {
    const [removed, ended] = [await addBrowser(shop.owner), await addBrowser(shop.owner)]
    await shop.owner.call(`DELETE /api/me/browsers/${sha256(removed.endpoint)}`)
    service.unsubscribe(ended.endpoint)
    await receiveOrder()
    expect([removed.titles(), ended.titles()]).toEqual([[], []])
    expect((await shop.owner.call('GET /api/me/channels')).json().push.browsers).toEqual([])
  })

  it('sends a browser no messages of an account that used the browser before', async () => {
    const subscription = service.subscribe(env.deps.webPush?.publicKey ?? '')
    const stranger = await signIn(env.app)
    await shop.owner.call('PUT /api/me/browsers', subscription)
    await stranger.call('PUT /api/me/browsers', subscription)
    await receiveOrder()
    expect(service.received(subscription.endpoint)).toEqual([])
  })

  it('rejects a browser whose push service is unknown', async () => {
    for (const endpoint of [
      'http://127.0.0.1:1/push',
      'https://fcm.googleapis.com.example.org/x',
      'https://',
    ])
      expect(
        (await shop.owner.call('PUT /api/me/browsers', { ...service.subscribe('key'), endpoint })).statusCode,
      ).toBe(400)
  })
})

describe('push messages to a buyer', () => {
  it('sends a message when the seller accepts, sends, prepares or cancels an order', async () => {
    const buyer = await signIn(env.app)
    const browser = await addBrowser(buyer)
    const order = await placeTestOrder(shop, buyer)
    const pickup = await placeTestOrder(shop, buyer, {
      ...{ fulfilment: { kind: 'pickup' }, payment: { method: 'on-pickup' } },
    })
    await step(shop.owner, order.id, 'accept')
    await pass(1000)
    expect(browser.received()).toMatchObject([
      { title: '店家接单了', path: `/order?shop=${shop.shopId}&order=${order.id}` },
    ])
    await step(shop.owner, order.id, 'send')
    await pass(1000)
    await step(shop.owner, pickup.id, 'accept')
    await step(shop.owner, pickup.id, 'send')
    await pass(1000)
    await step(shop.owner, pickup.id, 'cancel')
    await pass(1000)
    expect(browser.titles().slice(1)).toEqual(['货已经上路了', '货备好了，可以来取', '订单取消了'])
  })

  it('combines several refunded parts of an order into one message with their sum', async () => {
    const buyer = await signIn(env.app)
    const id = await deliver(buyer)
    const browser = await addBrowser(buyer)
    for (const amount of [1000, 500]) {
      await claimOrder(shop, buyer, id, { amount })
      for (const action of ['agree', 'settle']) await step(shop.owner, id, action)
    }
    await pass(1000)
    expect(browser.received()).toMatchObject([{ title: '钱退给您了', body: '第 1 单：核桃，¥15.00' }])
  })

  it('sends a message about goods sent again, but none about money', async () => {
    const buyer = await signIn(env.app)
    const id = await deliver(buyer)
    const browser = await addBrowser(buyer)
    await claimOrder(shop, buyer, id, { wish: 'resend', amount: 0 })
    for (const action of ['agree-resend', 'resend']) await step(shop.owner, id, action)
    await pass(1000)
    expect(browser.titles()).toEqual(['店家又给您发了一份'])
  })

  it('sends one message each about an answered claim and a declined cancel request', async () => {
    const buyer = await signIn(env.app)
    const id = await deliver(buyer)
    const other = (await placeTestOrder(shop, buyer)).id
    await step(shop.owner, other, 'accept')
    const browser = await addBrowser(buyer)
    await claimOrder(shop, buyer, id)
    await step(shop.owner, id, 'offer', { amount: 500 })
    await pass(1000)
    expect(browser.received()).toMatchObject([
      { title: '您提的事有了结果', path: `/order?shop=${shop.shopId}&order=${id}` },
    ])
    await step(buyer, other, 'ask-cancel')
    await step(shop.owner, other, 'decline-cancel')
    await pass(60_000)
    expect(browser.titles()).toEqual(['您提的事有了结果', '您提的事有了结果'])
  })

  it('omits the answer to a claim that the buyer has replaced with a new claim', async () => {
    const buyer = await signIn(env.app)
    const id = await deliver(buyer)
    const browser = await addBrowser(buyer)
    await claimOrder(shop, buyer, id)
    await step(shop.owner, id, 'decline', { note: '没坏' })
    await claimOrder(shop, buyer, id)
    await pass(1000)
    expect(browser.titles()).toEqual([])
  })

  it('sends a message when a room is reserved', async () => {
    const inn = await openShop(env, { owner: shop.owner, request: { trade: 'inn' } })
    const buyer = await signIn(env.app)
    const browser = await addBrowser(buyer)
    const { id } = await placeTestOrder(inn, buyer, {
      lines: [{ skuId: inn.skuId, quantity: 1, date: '2026-11-28' }],
      ...{ fulfilment: { kind: 'on-site' }, payment: { method: 'on-pickup' } },
      receiver: { name: '', phone: '13800000000' },
    })
    for (const action of ['accept', 'send']) await stepOrder(inn, shop.owner, id, action)
    await pass(1000)
    expect(browser.titles()).toEqual(['给您留好了'])
  })

  it('sends the buyer no message about the buyer’s own actions', async () => {
    const buyer = await signIn(env.app)
    const browser = await addBrowser(buyer)
    const order = await placeTestOrder(shop, buyer)
    await step(buyer, order.id, 'cancel')
    await pass(1000)
    expect(browser.titles()).toEqual([])
  })
})
