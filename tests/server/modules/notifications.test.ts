import { type PushFault, type PushSimulator, startPushSimulator } from '../../../mock-server/push/simulator'
import { sha256 } from '../../../server/fingerprint'
import { type MessageRow, sweepMessages } from '../../../server/modules/notifications/message-rows'
import type { PushPayload } from '../../../server/modules/notifications/send-message'
import { type ApiClient, signIn } from '../support/api-client'
import { createTestEnvironment, newId, type TestEnvironment } from '../support/test-environment'
import { claimOrder, type OpenedShop, openShop, placeTestOrder } from '../support/test-shop'
import { testWebPush } from '../support/web-push'

let env: TestEnvironment
let service: PushSimulator
let shop: OpenedShop

beforeEach(async () => {
  service = await startPushSimulator()
  env = await createTestEnvironment({ webPush: testWebPush([service.origin]) })
  shop = await openShop(env, { stock: 1000 })
})
afterEach(async () => {
  await env.app.close()
  await service.close()
})

/** Lets messages reach a browser of an account; returns what has arrived there. */
async function addBrowser(client: ApiClient) {
  const subscription = service.subscribe(env.deps.webPush?.publicKey ?? '')
  const answer = await client.call('PUT /api/me/browsers', subscription)
  expect(answer.statusCode).toBe(200)
  return {
    endpoint: subscription.endpoint,
    received: () => service.received(subscription.endpoint).map((text): PushPayload => JSON.parse(text)),
    titles: () =>
      service.received(subscription.endpoint).map((text) => (JSON.parse(text) as PushPayload).title),
  }
}

const run = () => env.app.worker.runDue()

/** Lets time pass, with the jobs that fall due. */
async function pass(ms: number) {
  env.advance(ms)
  await run()
}

const messages = (): Promise<MessageRow[]> =>
  env.deps.db.query.selectFrom('message').selectAll().orderBy('created_at').orderBy('id').execute()

const step = (client: ApiClient, orderId: string, action: string, more: object = {}) =>
  client.call(`POST /api/shops/${shop.shopId}/orders/${orderId}/steps`, { id: newId(), action, ...more })

describe('messages to the browser of a seller', () => {
  it('announce an order with its goods and sum, and nothing personal', async () => {
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

  it('come once, however often jobs run', async () => {
    const browser = await addBrowser(shop.owner)
    await placeTestOrder(shop, await signIn(env.app))
    await run()
    await pass(60_000)
    await pass(3_600_000)
    expect(browser.titles()).toEqual(['来了一单'])
  })

  it('are one for many orders of a minute', async () => {
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

  it('leave out what was done meanwhile', async () => {
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

  it('reach all her browsers, and those of another owner', async () => {
    const [one, two] = [await addBrowser(shop.owner), await addBrowser(shop.owner)]
    const { query } = env.deps.db
    const other = await signIn(env.app)
    await query
      .insertInto('shop_owner')
      .values({ account_id: other.accountId, shop_id: shop.shopId, since: 0 })
      .execute()
    const third = await addBrowser(other)
    await placeTestOrder(shop, await signIn(env.app))
    await run()
    for (const browser of [one, two, third]) expect(browser.titles()).toEqual(['来了一单'])
  })

  it('tell of claims, of requests to cancel and of goods that run out', async () => {
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
      path: `/merchant?shop=${small.shopId}&tab=goods`,
    })
    const move = (client: ApiClient, id: string, action: string) =>
      client.call(`POST /api/shops/${small.shopId}/orders/${id}/steps`, { id: newId(), action })
    await move(shop.owner, asking.id, 'accept')
    await move(buyer, asking.id, 'ask-cancel')
    for (const action of ['accept', 'send', 'finish']) await move(shop.owner, claiming.id, action)
    const answer = await claimOrder(small, buyer, claiming.id)
    expect(answer.statusCode).toBe(200)
    await pass(1000)
    expect(browser.titles().slice(2).sort()).toEqual(['有买家想取消', '有买家说东西有问题'].sort())
  })

  it('are not written for a shop that nobody can be reached for', async () => {
    await placeTestOrder(shop, await signIn(env.app))
    const jobs = await env.deps.db.query.selectFrom('job').selectAll().where('kind', '=', 'notify').execute()
    expect(jobs).toEqual([])
  })

  it('stop for a browser that is removed, or that ended its subscription', async () => {
    const [removed, ended] = [await addBrowser(shop.owner), await addBrowser(shop.owner)]
    await shop.owner.call(`DELETE /api/me/browsers/${sha256(removed.endpoint)}`)
    service.unsubscribe(ended.endpoint)
    await placeTestOrder(shop, await signIn(env.app))
    await run()
    expect([removed.titles(), ended.titles()]).toEqual([[], []])
    expect((await shop.owner.call('GET /api/me/channels')).json().push.browsers).toEqual([])
  })

  it('belong to the account that uses the browser last', async () => {
    const subscription = service.subscribe(env.deps.webPush?.publicKey ?? '')
    const stranger = await signIn(env.app)
    await shop.owner.call('PUT /api/me/browsers', subscription)
    await stranger.call('PUT /api/me/browsers', subscription)
    await placeTestOrder(shop, await signIn(env.app))
    await run()
    expect(service.received(subscription.endpoint)).toEqual([])
  })

  it('go to known push services only', async () => {
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

describe('messages to the browser of a buyer', () => {
  it('tell what the seller has done', async () => {
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

  it('tell nothing of what the buyer does herself', async () => {
    const buyer = await signIn(env.app)
    const browser = await addBrowser(buyer)
    const order = await placeTestOrder(shop, buyer)
    await step(buyer, order.id, 'cancel')
    await pass(1000)
    expect(browser.titles()).toEqual([])
  })
})

describe('sending a message', () => {
  const fail = (fault: PushFault | undefined) => {
    service.fault = fault
  }

  it('is repeated with growing pauses while the service is busy', async () => {
    const browser = await addBrowser(shop.owner)
    fail('busy')
    await placeTestOrder(shop, await signIn(env.app))
    await run()
    await pass(10_000)
    expect((await messages())[0]).toMatchObject({ state: 'queued', attempts: 2 })
    fail(undefined)
    await pass(10_000)
    expect(browser.titles()).toEqual([])
    await pass(10_000)
    expect(browser.titles()).toEqual(['来了一单'])
  })

  it('is repeated with the same id when the answer was lost, so that the browser shows it once', async () => {
    const browser = await addBrowser(shop.owner)
    fail('lost')
    await placeTestOrder(shop, await signIn(env.app))
    await run()
    fail(undefined)
    await pass(10_000)
    const [first, second, ...others] = browser.received()
    expect(others).toEqual([])
    expect(first).toEqual(second)
  })

  it('goes on after a worker has died in the middle', async () => {
    const browser = await addBrowser(shop.owner)
    await placeTestOrder(shop, await signIn(env.app))
    await run()
    const [sent] = await messages()
    await env.deps.db.query
      .updateTable('message')
      .set({ state: 'sending', sending: sent?.id ?? null, ended_at: null })
      .execute()
    await env.deps.db.query
      .insertInto('job')
      .values({
        ...{ id: 'again', kind: 'send-message', payload: JSON.stringify({ id: sent?.id }) },
        ...{ run_at: env.deps.clock(), attempts: 0, lease_until: 0, dead: 0, last_error: null },
      })
      .execute()
    await run()
    const [first, second] = browser.received()
    expect(second).toEqual(first)
    expect((await messages())[0]?.state).toBe('sent')
  })

  it('ends when the message is too old', async () => {
    const browser = await addBrowser(shop.owner)
    fail('busy')
    await placeTestOrder(shop, await signIn(env.app))
    await run()
    fail(undefined)
    await pass(25 * 3_600_000)
    expect(browser.titles()).toEqual([])
    expect((await messages())[0]?.state).toMatch(/expired|dropped/)
    env.advance(8 * 86_400_000)
    await env.deps.db.withTx((tx) => sweepMessages(tx, env.deps.clock()))
    expect(await messages()).toEqual([])
  })

  it('waits for the end of quiet hours, and is one message then', async () => {
    const browser = await addBrowser(shop.owner)
    // ten in the morning, as the clock of the tests says
    await shop.owner.call('PUT /api/me/quiet-hours', { from: 9 * 60, until: 12 * 60 })
    for (let i = 0; i < 3; i++) await placeTestOrder(shop, await signIn(env.app))
    await run()
    await pass(3_600_000)
    expect(browser.titles()).toEqual([])
    await pass(3_600_000)
    expect(browser.titles()).toEqual(['来了 3 单'])
  })
})

describe('a test message', () => {
  it('comes at once, also in quiet hours, and once for a request', async () => {
    const browser = await addBrowser(shop.owner)
    await shop.owner.call('PUT /api/me/quiet-hours', { from: 0, until: 1439 })
    const id = newId()
    for (let i = 0; i < 2; i++)
      expect((await shop.owner.call('POST /api/me/test-messages', { id })).json()).toEqual({ messages: 1 })
    await run()
    expect(browser.titles()).toEqual(['试一下：提醒收到了'])
  })

  it('says that nobody can be reached', async () => {
    const answer = await shop.owner.call('POST /api/me/test-messages', { id: newId() })
    expect(answer.json()).toEqual({ messages: 0 })
  })
})
