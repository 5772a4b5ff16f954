import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { Front } from '../../../mock-server/trainer-worlds/front'
import { perTest } from '../../support/per-test'
import { waitUntil } from '../../support/wait-until'
import type { ApiClient } from '../support/api-client'
import { signInStaff, TOWN } from '../support/centre'
import { createDemoEnvironment, openDemo } from '../support/demo-worlds'
import { SiteVisitor } from '../support/site-visitor'

const MINUTE = 60_000
const DAY = 86_400_000

const demo = perTest(() => createDemoEnvironment({ limits: { maxStored: 3 } }), 'close')

const statusAt = async (origin: string) => (await fetch(`${origin}/api/health`)).status
const trainer = () => signInStaff(demo.real, TOWN, 'trainer')
const remove = (who: ApiClient) => who.call(`DELETE /api/centres/${TOWN}/demo`)
const stored = () => readdirSync(demo.folder).sort()

describe('demo world of a trainer', () => {
  it('starts on request, and stays the same for the same trainer', async () => {
    const who = await trainer()
    const before = await who.call(`GET /api/centres/${TOWN}/demo`)
    expect(before.json()).toEqual({})
    const world = await openDemo(who)
    expect(world).toMatchObject({ isReady: true, resetAt: expect.any(Number) })
    const health = await (await fetch(`${world.here.buyer}/api/health`)).json()
    expect(health).toMatchObject({ world: 'demo', exampleShop: world.shop?.slug })
    expect(await openDemo(who)).toEqual(world)
    expect((await who.call(`GET /api/centres/${TOWN}/demo`)).json()).toEqual({ world })
  })

  it('names the step of its preparation while it is not ready', async () => {
    const impatient = await createDemoEnvironment({ limits: { waitMs: 0 } })
    const who = await signInStaff(impatient.real, TOWN, 'trainer')
    const steps = new Set<number | undefined>()
    await waitUntil(async () => {
      const { isReady, step } = await openDemo(who)
      steps.add(step)
      return isReady
    }, 'the world was ready')
    expect([...steps].at(0)).toBe(1)
    expect([...steps].at(-1)).toBeUndefined()
    await impatient.close()
  })

  it('keeps its data when it stops and starts again', async () => {
    const who = await trainer()
    const world = await openDemo(who)
    const seller = await new SiteVisitor(world.here.seller).signIn()
    await seller.read('POST /api/sessions', { provider: 'key', key: world.shop?.key })
    demo.pass(30 * MINUTE)
    await demo.worlds.sweep()
    expect(await statusAt(world.here.seller)).toBe(503)
    const again = await openDemo(who)
    expect(again.here).toEqual(world.here)
    expect(again.resetAt).toBe(world.resetAt)
    const { items } = await seller.read<{ items: object[] }>('GET /api/me/shops')
    expect(items).toHaveLength(1)
  })

  it('keeps running while it is used', async () => {
    const world = await openDemo(await trainer())
    demo.pass(29 * MINUTE)
    await statusAt(world.here.buyer)
    demo.pass(29 * MINUTE)
    await demo.worlds.sweep()
    expect(await statusAt(world.here.buyer)).toBe(200)
  })

  it('is refused while all ports are in use, until one was not used for five minutes', async () => {
    const [first, second, third] = [await trainer(), await trainer(), await trainer()]
    const world = await openDemo(first)
    await openDemo(second)
    const refused = await third.call(`PUT /api/centres/${TOWN}/demo`)
    expect([refused.statusCode, refused.json().code]).toEqual([409, 'demo-full'])
    demo.pass(5 * MINUTE)
    await openDemo(second)
    expect((await openDemo(third)).here).toEqual(world.here)
    expect((await first.call(`GET /api/centres/${TOWN}/demo`)).json()).toEqual({})
  })

  it('starts once for simultaneous and repeated requests', async () => {
    const attach = jest.spyOn(Front.prototype, 'attach')
    const who = await trainer()
    const worlds = await Promise.all([openDemo(who), openDemo(who), openDemo(who)])
    worlds.push(await openDemo(who))
    // every app answers at both ports of its world
    const apps = new Set(attach.mock.calls.map(([app]) => app))
    attach.mockRestore()
    expect(apps.size).toBe(1)
    expect(new Set(worlds.map(({ here }) => here.seller)).size).toBe(1)
    expect(stored()).toEqual([who.accountId])
  })

  it('is deleted with everything in it', async () => {
    const who = await trainer()
    const { here, shop } = await openDemo(who)
    expect((await remove(who)).json()).toEqual({ removed: true })
    expect([await statusAt(here.seller), existsSync(path.join(demo.folder, who.accountId))]).toEqual([
      503,
      false,
    ])
    expect((await remove(who)).json()).toEqual({ removed: false })
    const again = await openDemo(who)
    expect(again.shop?.slug).toBe(shop?.slug)
    expect(again.shop?.key).not.toBe(shop?.key)
  })

  it('is deleted when it was not used for thirty days', async () => {
    const who = await trainer()
    await openDemo(who)
    demo.pass(31 * MINUTE)
    await demo.worlds.sweep()
    expect(stored()).toEqual([who.accountId])
    // a moment more than thirty days after the world was put away
    demo.pass(30 * DAY + MINUTE)
    await demo.worlds.sweep()
    expect(stored()).toEqual([])
  })

  it('remains on disk only among the most recent worlds, up to the limit', async () => {
    const all: string[] = []
    for (let i = 0; i < 4; i++) {
      const who = await trainer()
      all.push(who.accountId)
      await openDemo(who)
      demo.pass(31 * MINUTE)
      await demo.worlds.sweep()
    }
    expect(stored()).toEqual(all.slice(1).sort())
  })

  it('has its own keys for the same shops', async () => {
    const [first, second] = [await openDemo(await trainer()), await openDemo(await trainer())]
    expect(first.shop?.slug).toBe(second.shop?.slug)
    expect(first.shop?.key).not.toBe(second.shop?.key)
  })
})
