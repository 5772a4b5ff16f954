import { readdirSync } from 'node:fs'
import path from 'node:path'
import { WAIT_TIMEOUT_MS } from '../../support/wait-timeout'
import { waitUntil } from '../../support/wait-until'
import type { ApiClient } from '../support/api-client'
import { signInStaff, TOWN } from '../support/centre'
import {
  createDemoEnvironment,
  type Demo,
  type DemoEnvironment,
  openDemo,
  resetDemo,
} from '../support/demo-worlds'
import { SiteVisitor } from '../support/site-visitor'
import { newId } from '../support/test-environment'
import { orderFor, productDraft } from '../support/test-shop'

let demo: DemoEnvironment
let trainer: ApiClient
let world: Demo

beforeEach(async () => {
  demo = await createDemoEnvironment({ pairs: 1 })
  trainer = await signInStaff(demo.real, TOWN, 'trainer')
  world = await openDemo(trainer)
})
afterEach(() => demo.close())

/** Opens a shop in the world and places orders in it. */
async function sell(orders: number) {
  const [seller, buyer] = [new SiteVisitor(world.here.seller), new SiteVisitor(world.here.buyer)]
  await Promise.all([seller.signIn(), buyer.signIn()])
  const [shopId, skuId] = [newId(), newId()]
  const products = [{ id: newId(), ...productDraft(skuId, 1000) }]
  await seller.read(`PUT /api/shops/${shopId}`, { trade: 'nuts', products })

  const order = orderFor({ skuId } as Parameters<typeof orderFor>[0])
  for (let i = 0; i < orders; i++) await buyer.read(`PUT /api/shops/${shopId}/orders/${newId()}`, order)
  return { seller, buyer, shopId }
}

describe('reset of a demo world', () => {
  it('restores the samples and nothing else', async () => {
    const { seller, shopId } = await sell(3)
    const reset = await resetDemo(trainer)
    expect(reset.json<Demo>()).toMatchObject({
      isReady: true,
      here: world.here,
      shop: { slug: world.shop?.slug },
    })
    expect(reset.json<Demo>().resetAt).toBeGreaterThan(world.resetAt ?? 0)
    expect((await seller.call(`GET /api/shops/${shopId}`)).status).toBe(401)
    expect((await seller.call(`GET /api/storefronts/${world.shop?.slug}`)).status).toBe(200)
    await seller.signIn()
    expect(await seller.read('GET /api/me/shops')).toMatchObject({ items: [] })
  })

  it('runs once for the same id', async () => {
    const id = newId()
    const first = (await resetDemo(trainer, id)).json<Demo>()
    const { seller, shopId } = await sell(1)
    expect((await resetDemo(trainer, id)).json<Demo>()).toEqual(first)
    expect((await seller.call(`GET /api/shops/${shopId}`)).status).toBe(200)
    await resetDemo(trainer)
    expect((await seller.call(`GET /api/shops/${shopId}`)).status).toBe(401)
  })

  it('answers simultaneous requests with one reset', async () => {
    const replies = await Promise.all([resetDemo(trainer), resetDemo(trainer), resetDemo(trainer)])
    expect(new Set(replies.map((reply) => reply.json<Demo>().resetAt)).size).toBe(1)
  })

  it('starts a world that is not running', async () => {
    demo.pass(31 * 60_000)
    await demo.worlds.sweep()
    const reset = (await resetDemo(trainer)).json<Demo>()
    expect((await fetch(`${reset.here.seller}/api/health`)).status).toBe(200)
  })

  it('leaves one copy on disk', async () => {
    for (let i = 0; i < 3; i++) await resetDemo(trainer)
    const names = () => readdirSync(path.join(demo.folder, trainer.accountId)).sort()
    await waitUntil(() => names().length <= 2, 'older copies were removed')
    expect(names()).toEqual(['live', 'used'])
  })

  it('answers other requests at once with 503 and a time to retry', async () => {
    const { buyer } = await sell(20)
    let isOver = false
    const statuses = new Map<number, number>()
    let longest = 0
    const ask = async () => {
      while (!isOver) {
        const start = performance.now()
        const reply = await buyer.call(`GET /api/storefronts/${world.shop?.slug}`)
        await reply.text()
        longest = Math.max(longest, performance.now() - start)
        statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1)
        if (reply.status === 503) expect(reply.headers.get('retry-after')).toBe('1')
      }
    }
    const asking = Promise.all(Array.from({ length: 8 }, ask))
    for (let i = 0; i < 3; i++) expect((await resetDemo(trainer)).statusCode).toBe(200)
    isOver = true
    await asking
    expect([...statuses.keys()].sort()).toEqual([200, 503])
    expect(longest).toBeLessThan(WAIT_TIMEOUT_MS)
  })
})
