import { type ApiClient, signIn } from '../../support/api-client'
import { newId } from '../../support/test-environment'
import { placeTestOrder, readToday } from '../../support/test-shop'
import { testWebPush } from '../../support/web-push'
import { ORDER_TEMPLATE, SHARED_APPID, signInToMiniProgram } from '../../support/wechat'
import { env, pass, permit, setUp, shop, states, TEMPLATES, tearDown, wechat } from './wechat-story'

beforeEach(setUp)
afterEach(tearDown)

const permitsOf = async (client: ApiClient): Promise<number[]> =>
  (await client.call('GET /api/me/channels'))
    .json<{ templates: { permits: number }[] }>()
    .templates.map(({ permits }) => permits)

describe('WeChat subscribe message', () => {
  it('has exactly the fields of its template', async () => {
    await permit(shop.owner, { openid: 'o-seller', count: 1 })
    const order = await placeTestOrder(shop, await signIn(env.app), {}, 3)
    await pass(0)
    expect(wechat.messages.received).toEqual([
      {
        ...{ appid: SHARED_APPID, openid: 'o-seller', templateId: ORDER_TEMPLATE.id },
        page: `pages/merchant/order?shop=${shop.shopId}&order=${order.id}`,
        data: {
          ...{ character_string1: '1', thing2: '核桃', amount3: '75.00元' },
          ...{ time4: '2026年11月25日 10:00', thing5: '点开看看，接了就能送' },
        },
      },
    ])
  })

  it('uses one permission, and is dropped without one', async () => {
    await permit(shop.owner, { openid: 'o-seller', count: 2 })
    expect(await permitsOf(shop.owner)).toEqual([2, 0])
    for (let i = 0; i < 4; i++) {
      await placeTestOrder(shop, await signIn(env.app))
      await pass(60_000)
    }
    expect(wechat.messages.received).toHaveLength(2)
    expect(await permitsOf(shop.owner)).toEqual([0, 0])
    expect(await states()).toEqual(['sent', 'sent', 'dropped', 'dropped'])
    await permit(shop.owner, { openid: 'o-seller', count: 10 })
    expect(await permitsOf(shop.owner)).toEqual([10, 0])
  })

  it('warns on the today page when permissions run out and the owner has no other channel', async () => {
    const reach = async () => {
      const today = await readToday(shop)
      return [today.unreachable, today.remainingAlerts]
    }
    expect(await reach()).toEqual([true, undefined])
    await permit(shop.owner, { openid: 'o-seller', count: 3 })
    expect(await reach()).toEqual([undefined, undefined])
    for (const left of [2, 1, 0]) {
      await placeTestOrder(shop, await signIn(env.app))
      await pass(60_000)
      expect(await reach()).toEqual([undefined, left])
    }
    const channel = { account_id: shop.owner.accountId, address: 'browser', details: '{}', created_at: 0 }
    await env.deps.db.query
      .insertInto('channel')
      .values({ ...channel, kind: 'push', permits: null, last_request: null })
      .execute()
    expect(await reach()).toEqual([undefined, undefined])
  })

  it('does not count permissions of another template for new orders', async () => {
    const [, progress = ORDER_TEMPLATE] = TEMPLATES
    await permit(shop.owner, { openid: 'o-seller', count: 9, template: progress })
    const today = await readToday(shop)
    expect(today.unreachable).toBe(true)
  })

  it('counts the permissions of a repeated request once', async () => {
    const body = { id: newId(), permits: [{ templateId: ORDER_TEMPLATE.id, count: 3 }] }
    for (let i = 0; i < 2; i++) await shop.owner.call('POST /api/me/permits', body)
    expect(await permitsOf(shop.owner)).toEqual([3, 0])
  })

  it('is refused, and the permissions are reset, when WeChat reports that none are left', async () => {
    await permit(shop.owner, { openid: 'o-other', count: 5 })
    await placeTestOrder(shop, await signIn(env.app))
    await pass(0)
    expect(wechat.messages.received).toEqual([])
    expect(await permitsOf(shop.owner)).toEqual([0, 0])
    expect(await states()).toEqual(['refused'])
  })

  it('shortens goods to twenty characters and combines several orders', async () => {
    const long = { name: '成县老屋后头二十年老树上打下来的薄皮大核桃', unit: '斤', photos: [], onSale: true }
    const productId = newId()
    const skuId = newId()
    await shop.owner.call(`PUT /api/shops/${shop.shopId}/products/${productId}`, {
      ...{ ...long, version: 0, skus: [{ id: skuId, price: 1000, stock: 100 }] },
    })
    await permit(shop.owner, { openid: 'o-seller', count: 5 })
    const buyer = await signIn(env.app)
    await placeTestOrder(shop, buyer, { lines: [{ skuId, quantity: 1 }], seenTotal: 1000 })
    await pass(0)
    for (let i = 0; i < 3; i++) await placeTestOrder(shop, await signIn(env.app))
    await pass(60_000)
    expect(wechat.messages.received.map(({ data }) => [data.thing2, data.amount3])).toEqual([
      ['成县老屋后头二十年老树上打下来的薄皮大…', '10.00元'],
      ['来了 3 单', '75.00元'],
    ])
    expect(await permitsOf(shop.owner)).toEqual([3, 0])
  })

  it('is not sent again when the answer was lost', async () => {
    await permit(shop.owner, { openid: 'o-seller', count: 5 })
    wechat.messages.fault = 'lost'
    await placeTestOrder(shop, await signIn(env.app))
    await pass(0)
    wechat.messages.fault = undefined
    await pass(3_600_000)
    expect(wechat.messages.received).toHaveLength(1)
    expect(await states()).toEqual(['unknown'])
  })

  it('is not sent again after the worker died while sending', async () => {
    await permit(shop.owner, { openid: 'o-seller', count: 5 })
    await placeTestOrder(shop, await signIn(env.app))
    // the job that writes the message runs, and the next one dies
    await env.deps.db.query.updateTable('job').set({ run_at: 0 }).execute()
    await pass(0)
    const { query } = env.deps.db
    const message = await query.selectFrom('message').selectAll().executeTakeFirstOrThrow()
    await query.updateTable('message').set({ state: 'sending', sending: message.id }).execute()
    await query
      .insertInto('job')
      .values({
        ...{ id: 'again', kind: 'send-message', payload: JSON.stringify({ id: message.id }) },
        ...{ run_at: env.deps.clock(), attempts: 0, lease_until: 0, dead: 0, last_error: null },
      })
      .execute()
    await pass(0)
    expect(wechat.messages.received).toHaveLength(1)
    expect(await states()).toEqual(['unknown'])
  })

  it('is retried with the same permission when WeChat is busy', async () => {
    await permit(shop.owner, { openid: 'o-seller', count: 1 })
    wechat.messages.fault = 'busy'
    await placeTestOrder(shop, await signIn(env.app))
    await pass(0)
    wechat.messages.fault = undefined
    await pass(10_000)
    expect(wechat.messages.received).toHaveLength(1)
    expect(await permitsOf(shop.owner)).toEqual([0, 0])
  })

  it('notifies a buyer of an accepted order by the progress template', async () => {
    const buyer = await signInToMiniProgram(env, wechat.codes.issue('buyer'))
    await permit(buyer, { openid: 'o-buyer', count: 1, template: TEMPLATES[1] ?? ORDER_TEMPLATE })
    const order = await placeTestOrder(shop, buyer)
    const route = `POST /api/shops/${shop.shopId}/orders/${order.id}/steps`
    await shop.owner.call(route, { id: newId(), action: 'accept' })
    await pass(0)
    expect(wechat.messages.received).toMatchObject([
      {
        page: `pages/orders/order?shop=${shop.shopId}&order=${order.id}`,
        data: { thing2: '核桃', phrase3: '已经接单', amount4: '25.00元' },
      },
    ])
  })

  it('is listed without the push channel for a user of the mini-program', async () => {
    env.deps.webPush = testWebPush([], () => env.deps.elapsed())
    const channelsOf = async (client: ApiClient) => (await client.call('GET /api/me/channels')).json()
    expect(await channelsOf(shop.owner)).not.toHaveProperty('push')
    expect(await channelsOf(await signIn(env.app))).toHaveProperty('push')
  })

  it('cannot be permitted by a user who has not signed in to the mini-program', async () => {
    const answer = await (await signIn(env.app)).call('POST /api/me/permits', {
      id: newId(),
      permits: [{ templateId: ORDER_TEMPLATE.id, count: 1 }],
    })
    expect(answer.statusCode).toBe(400)
  })
})
