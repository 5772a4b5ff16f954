import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { RouteReply } from '@/contract/routes'
import { DemoUser } from '../../../mock-server/seed/demo-user'
import { demoGrants } from '../../../mock-server/seed/grants'
import { recordMoment } from '../../../mock-server/seed/move-to-present'
import { seedOrder } from '../../../mock-server/seed/seed-order'
import { seedShop } from '../../../mock-server/seed/seed-shop'
import { demoShops } from '../../../mock-server/seed/shops'
import { Front } from '../../../mock-server/trainer-worlds/front'
import type { Fronts } from '../../../mock-server/trainer-worlds/trainer-world'
import {
  DEFAULT_LIMITS,
  TrainerWorlds,
  type WorldLimits,
  type WorldsContext,
} from '../../../mock-server/trainer-worlds/trainer-worlds'
import { demoDependencies } from '../../../mock-server/world/demo-dependencies'
import { createServiceKeys, type ServiceKeys } from '../../../mock-server/world/outside-services'
import { createApp } from '../../../server/app'
import { chengCounty } from '../../../server/modules/centres/cheng-county'
import type { DemoWorlds, OfferedWorld } from '../../../server/modules/demo/demo-worlds'
import { grantPayments } from '../../../server/operator/grant-payments'
import { type ApiClient, answered } from './api-client'
import { TOWN } from './centre'
import { createTestEnvironment, type EnvironmentOptions, newId } from './test-environment'

/** Makes a seed of one shop with one product, its photo and a waiting order. */
async function makeSmallSeed(folder: string): Promise<void> {
  mkdirSync(folder)
  const clock = { now: Date.now() }
  const deps = await demoDependencies(folder, {}, { clock: () => clock.now })
  const app = await createApp(deps)
  const [first] = demoShops
  const { local } = demoShops.find((shop) => shop.deliverySlots)?.deliverySlots ?? {}
  if (!first || !local) throw new Error('there is no demo shop')
  const signInAt = () => DemoUser.signIn(app, () => clock.now)
  const small = { ...first, goods: first.goods.slice(0, 1), deliverySlots: { local } }
  const shop = await seedShop(await signInAt(), small, '19900000010')
  await grantPayments(deps, { slug: shop.slug, grants: demoGrants[first.key] })
  const order = { shop: first.key, buyer: 0, lines: { 0: 1 }, kind: 'local', hoursAgo: 0 } as const
  const times = { set: (at: number) => void Object.assign(clock, { now: at }), started: clock.now }
  await seedOrder({ ...order, steps: [] }, shop, await signInAt(), times)
  await app.close()
  recordMoment(folder, times.started)
}

/** The seed and the service keys, shared by the environments of a test file, because making them takes longer than most tests. */
let seeded: Promise<string> | undefined
let keys: Promise<ServiceKeys> | undefined

async function makeSeedOfFile(): Promise<string> {
  const seed = path.join(mkdtempSync(path.join(tmpdir(), 'kz-seed-')), 'seed')
  await makeSmallSeed(seed)
  return seed
}

afterAll(async () => {
  if (seeded) rmSync(path.dirname(await seeded), { recursive: true, force: true })
})

export interface DemoOptions extends EnvironmentOptions {
  pairs?: number
  limits?: Partial<WorldLimits>
  h5Folder?: string
}

export type DemoEnvironment = Awaited<ReturnType<typeof createDemoEnvironment>>

/** Starts a server that offers demo worlds on free ports, all on a small seed. */
export async function createDemoEnvironment(options: DemoOptions = {}) {
  const { pairs = 2, limits, h5Folder, settings, ...rest } = options
  const dataDir = mkdtempSync(path.join(tmpdir(), 'kz-worlds-'))
  const folder = path.join(dataDir, 'worlds')
  mkdirSync(folder)
  seeded ??= makeSeedOfFile()
  const seed = await seeded
  let passed = 0
  const context: WorldsContext = {
    settings: {
      ...{ allowedHosts: [], centres: chengCounty, rateLimits: false, trustProxy: false, h5Folder },
      ...{ logLevel: 'silent', jobIntervalMs: 0 },
    },
    seed,
    createKeys: () => (keys ??= createServiceKeys()),
    noticeHost: '127.0.0.1',
    folder,
    clock: () => Date.now() + passed,
    elapsed: () => performance.now() + passed,
    hasRoom: async () => true,
  }
  const fronts = await Promise.all(Array.from({ length: pairs }, listenOnPair))
  const worlds = new TrainerWorlds(fronts, context, { ...DEFAULT_LIMITS, waitMs: 60_000, ...limits })
  const real = await createTestEnvironment({
    demoWorlds: worlds,
    settings: { h5Folder, ...settings },
    ...rest,
  })
  await real.app.listen({ port: 0, host: '127.0.0.1' })
  return {
    /** The server's own app, which listens at `origin`, and the folder of all worlds. */
    ...{ real, worlds, folder },
    origin: `http://127.0.0.1:${(real.app.server.address() as AddressInfo).port}`,
    /** Moves the clocks by which worlds become idle and old. */
    pass: (ms: number) => {
      passed += ms
    },
    close: async () => {
      await Promise.all([real.app.close(), worlds.close()])
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

async function listenOnPair(): Promise<Fronts> {
  const [seller, buyer] = await Promise.all([Front.listen(0, '127.0.0.1'), Front.listen(0, '127.0.0.1')])
  return { seller, buyer }
}

export type Demo = RouteReply<'PUT /api/centres/:centre/demo'>

/** Starts the world of a trainer. */
export const openDemo = (trainer: ApiClient): Promise<Demo> =>
  answered(trainer.call(`PUT /api/centres/${TOWN}/demo`))

/** Resets the world of a trainer. */
export const resetDemo = (trainer: ApiClient, id = newId()) =>
  trainer.call(`POST /api/centres/${TOWN}/demo/resets`, { id })

/** Worlds that are always ready, for tests that need to know only that the server offers them. */
export const FAKE_WORLDS: DemoWorlds = {
  ports: [4190, 4191],
  find: async () => FAKE_WORLD,
  open: async () => FAKE_WORLD,
  reset: async () => FAKE_WORLD,
  remove: async () => true,
}

const FAKE_WORLD: OfferedWorld = {
  ...{ ports: { seller: 4190, buyer: 4191 }, isReady: true, resetAt: 7 },
  shop: { slug: 'abcd1234', key: 'ABCD-EFGH-JKMN-PQRS-TVWX' },
}
