import type { PushFault } from '../../../../mock-server/push/simulator'
import { sweepMessages } from '../../../../server/modules/notifications/message-rows'
import { notifyExpiring } from '../../../../server/modules/notifications/notify-expiring'
import { signIn } from '../../support/api-client'
import { createTestEnvironment, newId } from '../../support/test-environment'
import { placeTestOrder } from '../../support/test-shop'
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

describe('sending a message', () => {
  const fail = (fault: PushFault | undefined) => {
    service.fault = fault
  }

  it('is repeated with growing pauses while the service is busy', async () => {
    const browser = await addBrowser(shop.owner)
    fail('busy')
    await receiveOrder()
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
    await receiveOrder()
    fail(undefined)
    await pass(10_000)
    const [first, second, ...others] = browser.received()
    expect(others).toEqual([])
    expect(first).toEqual(second)
  })

  it('is repeated with the same id after the worker died while sending', async () => {
    const browser = await addBrowser(shop.owner)
    await receiveOrder()
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

  it('is given up for a message that is too old, which the sweep deletes later', async () => {
    const browser = await addBrowser(shop.owner)
    fail('busy')
    await receiveOrder()
    fail(undefined)
    await pass(25 * 3_600_000)
    expect(browser.titles()).toEqual([])
    expect((await messages())[0]?.state).toMatch(/expired|dropped/)
    env.advance(8 * 86_400_000)
    await env.deps.db.withTx((tx) => sweepMessages(tx, env.deps.clock()))
    expect(await messages()).toEqual([])
  })

  it('waits for the end of quiet hours and combines the waiting orders into one message', async () => {
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

  it('is given up when its owner was removed from the shop while it waited', async () => {
    const removed = await signIn(env.app)
    await env.deps.db.query
      .insertInto('shop_owner')
      .values({ account_id: removed.accountId, shop_id: shop.shopId, since: 0 })
      .execute()
    const browsers = [await addBrowser(shop.owner), await addBrowser(removed)]
    for (const owner of [shop.owner, removed])
      await owner.call('PUT /api/me/quiet-hours', { from: 9 * 60, until: 12 * 60 })
    await receiveOrder()
    await shop.owner.call(`DELETE /api/shops/${shop.shopId}/other-owners`)
    await pass(2 * 3_600_000)
    expect(browsers.map((browser) => browser.titles())).toEqual([['来了一单'], []])
    const states = (await messages()).map(({ account_id, state }) => `${account_id} ${state}`)
    expect(new Set(states)).toEqual(new Set([`${shop.owner.accountId} sent`, `${removed.accountId} dropped`]))
  })
})

describe('the warning about an expiring order', () => {
  const HOUR = 3_600_000

  /** Places an order at ten that expires at an hour of the next day; returns a sweep, which takes the hour of this day. */
  async function placeUntil(hour: number) {
    const browser = await addBrowser(shop.owner)
    await placeTestOrder(shop, await signIn(env.app))
    const expires_at = env.deps.clock() + (14 + hour) * HOUR
    await env.deps.db.query.updateTable('shop_order').set({ expires_at }).execute()
    await run()
    let now = 10
    return async (hourOfDay: number) => {
      await pass(Math.round((hourOfDay - now) * HOUR))
      now = hourOfDay
      await notifyExpiring(env.deps)
      await run()
      // without that of the new order
      return browser.titles().slice(1)
    }
  }

  it('is sent once before quiet hours in which the order would expire', async () => {
    const sweepAt = await placeUntil(4)
    expect(await sweepAt(21.25)).toEqual([])
    for (const time of [21.6, 21.75, 22]) expect(await sweepAt(time)).toEqual(['有一单快要自动取消了'])
  })

  it('is sent after quiet hours when enough time is left then', async () => {
    const sweepAt = await placeUntil(7.5)
    for (const time of [21.6, 23, 29.9]) expect(await sweepAt(time)).toEqual([])
    expect(await sweepAt(30)).toEqual(['有一单快要自动取消了'])
  })

  it('is sent six hours before the expiry, also at night, to an owner without quiet hours', async () => {
    await shop.owner.call('PUT /api/me/quiet-hours', { from: 0, until: 0 })
    const sweepAt = await placeUntil(6)
    for (const time of [21.6, 23.9]) expect(await sweepAt(time)).toEqual([])
    expect(await sweepAt(24)).toEqual(['有一单快要自动取消了'])
  })
})

describe('a test message', () => {
  it('is sent at once, also in quiet hours, and once for a repeated request', async () => {
    const browser = await addBrowser(shop.owner)
    await shop.owner.call('PUT /api/me/quiet-hours', { from: 0, until: 1439 })
    const id = newId()
    for (let i = 0; i < 2; i++)
      expect((await shop.owner.call('POST /api/me/test-messages', { id })).json()).toEqual({ messages: 1 })
    await run()
    expect(browser.titles()).toEqual(['试一下：提醒收到了'])
  })

  it('is tried once more shortly before it is too old', async () => {
    const browser = await addBrowser(shop.owner)
    service.fault = 'busy'
    await shop.owner.call('POST /api/me/test-messages', { id: newId() })
    await run()
    for (const pause of [10_000, 20_000, 40_000, 80_000]) await pass(pause)
    service.fault = undefined
    await pass(140_000)
    expect(browser.titles()).toEqual(['试一下：提醒收到了'])
  })

  it('can be requested twenty times an hour', async () => {
    const limited = await createTestEnvironment({ settings: { rateLimits: true } })
    const person = await signIn(limited.app)
    const request = async () => (await person.call('POST /api/me/test-messages', { id: newId() })).statusCode
    for (let i = 0; i < 20; i++) expect(await request()).toBe(200)
    expect(await request()).toBe(429)
    limited.advance(3_600_000)
    expect(await request()).toBe(200)
    await limited.app.close()
  })

  it('reports 0 messages when the seller has no channel', async () => {
    const answer = await shop.owner.call('POST /api/me/test-messages', { id: newId() })
    expect(answer.json()).toEqual({ messages: 0 })
  })
})
