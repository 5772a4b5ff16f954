import type { AddressInfo } from 'node:net'
import { MAX_CONNECTIONS } from '../../../../server/modules/today/live-shops'
import { waitUntil } from '../../../support/wait-until'
import { type ApiClient, signIn } from '../../support/api-client'
import { createDatabaseLocation } from '../../support/database'
import { start, undo } from '../../support/stories/listening-servers'
import type { TestEnvironment } from '../../support/test-environment'
import {
  claimOrder,
  type OpenedShop,
  openShop,
  placeTestOrder,
  readToday,
  stepOrder,
} from '../../support/test-shop'

interface Stream {
  status: number
  type: string | null
  messages: { count: number; changedAt?: number; claims?: number }[]
  /** Waits until the last message has this count. */
  until(count: number): Promise<void>
  ended: Promise<void>
}

/** Follows a shop's events as a browser does. */
async function follow(env: TestEnvironment, client: ApiClient, shopId: string): Promise<Stream> {
  const { port } = env.app.server.address() as AddressInfo
  const abort = new AbortController()
  undo.push(() => abort.abort())
  const response = await fetch(`http://127.0.0.1:${port}/api/shops/${shopId}/events`, {
    headers: { authorization: `Bearer ${client.token}` },
    signal: abort.signal,
  })
  const messages: Stream['messages'] = []
  const read = async () => {
    let text = ''
    const decoder = new TextDecoder()
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true })
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks)
        if (block.startsWith('data: ')) messages.push(JSON.parse(block.slice('data: '.length)))
    }
  }
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    messages,
    ended: read().catch(() => undefined),
    until: (count) =>
      waitUntil(
        () => messages.at(-1)?.count === count,
        () => `the last of ${JSON.stringify(messages)} had the count ${count}`,
      ),
  }
}

const placeOrder = async (env: TestEnvironment, shop: OpenedShop) =>
  placeTestOrder(shop, await signIn(env.app))

describe('GET /api/shops/:shopId/events', () => {
  it('sends the number of waiting orders at once and after every change', async () => {
    const env = await start()
    const shop = await openShop(env)
    const page = await follow(env, shop.owner, shop.shopId)
    expect(page).toMatchObject({ status: 200, type: 'text/event-stream' })
    await page.until(0)
    const order = await placeOrder(env, shop)
    await page.until(1)
    expect(page.messages.at(-1)).toEqual({ count: 1, changedAt: order.updatedAt })
    await shop.owner.call(`POST /api/shops/${shop.shopId}/orders/${order.id}/steps`, {
      ...{ id: order.id, action: 'accept' },
    })
    await page.until(0)
    const answer = await shop.owner.call(`GET /api/shops/${shop.shopId}/waiting`)
    expect(answer.json()).toEqual({ count: 0 })
  })

  it('sends the number of claims when a buyer makes one', async () => {
    const env = await start()
    const shop = await openShop(env)
    const buyer = await signIn(env.app)
    const { id } = await placeTestOrder(shop, buyer)
    for (const action of ['accept', 'send', 'finish']) await stepOrder(shop, shop.owner, id, action)
    const today = () => readToday(shop)
    const page = await follow(env, shop.owner, shop.shopId)
    await page.until(0)
    expect(await today()).not.toHaveProperty('claims')
    expect((await claimOrder(shop, buyer, id)).statusCode).toBe(200)
    await waitUntil(
      () => page.messages.at(-1)?.claims === 1,
      () => `${JSON.stringify(page.messages)} ends with a claim`,
    )
    expect(page.messages.at(-1)).toEqual({ count: 0, claims: 1 })
    expect(await today()).toMatchObject({ claims: 1, openRefunds: 1 })
  })

  it('sends changes that were made on another server', async () => {
    const { location, remove } = await createDatabaseLocation()
    undo.push(remove)
    const [one, other] = [await start(location), await start(location)]
    const shop = await openShop(one)
    const page = await follow(other, shop.owner, shop.shopId)
    await page.until(0)
    await placeOrder(one, shop)
    await page.until(1)
  })

  it('is allowed to the owner only', async () => {
    const env = await start()
    const shop = await openShop(env)
    const stranger = await follow(env, await signIn(env.app), shop.shopId)
    expect(stranger.status).toBe(404)
    const { port } = env.app.server.address() as AddressInfo
    const nobody = await fetch(`http://127.0.0.1:${port}/api/shops/${shop.shopId}/events`)
    expect(nobody.status).toBe(401)
  })

  it('ends the stream of an account that no longer owns the shop', async () => {
    const env = await start()
    const shop = await openShop(env)
    const page = await follow(env, shop.owner, shop.shopId)
    await page.until(0)
    await env.deps.db.query.deleteFrom('shop_owner').where('shop_id', '=', shop.shopId).execute()
    await page.ended
    expect(page.messages).toHaveLength(1)
  })

  it('ends the stream of a removed owner on another server, before an order that comes afterwards', async () => {
    const { location, remove } = await createDatabaseLocation()
    undo.push(remove)
    const [one, other] = [await start(location), await start(location)]
    const shop = await openShop(one)
    const removed = await signIn(one.app)
    await removed.call('POST /api/sessions', { provider: 'key', key: shop.key })
    const [page, remaining] = [
      await follow(other, removed, shop.shopId),
      await follow(other, shop.owner, shop.shopId),
    ]
    await page.until(0)
    await remaining.until(0)
    await shop.owner.call(`DELETE /api/shops/${shop.shopId}/other-owners`)
    await placeOrder(one, shop)
    await page.ended
    await remaining.until(1)
    expect(page.messages).toEqual([{ count: 0 }])
  })

  it('ends the oldest stream of an account that opens too many', async () => {
    const env = await start()
    const shop = await openShop(env)
    const pages: Stream[] = []
    for (let i = 0; i <= MAX_CONNECTIONS; i++) pages.push(await follow(env, shop.owner, shop.shopId))
    await pages[0]?.ended
    await placeOrder(env, shop)
    await pages.at(1)?.until(1)
    await pages.at(-1)?.until(1)
  })

  it('ends the stream when the server closes', async () => {
    const env = await start()
    const shop = await openShop(env)
    const page = await follow(env, shop.owner, shop.shopId)
    await page.until(0)
    await env.app.close()
    await page.ended
    expect(page.messages).toHaveLength(1)
  })
})
