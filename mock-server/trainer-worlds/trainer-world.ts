import type { FastifyInstance } from 'fastify'
import { createApp } from '../../server/app'
import type { AppDependencies } from '../../server/dependencies'
import { DEMO_MARKS } from '../../server/http/pages/demo-site'
import type { OfferedWorld } from '../../server/modules/demo/demo-worlds'
import { issuedKey } from '../../server/modules/shops/issue-key'
import { keyRequest, reissueKey } from '../../server/modules/shops/reissue-key'
import { lockShop } from '../../server/modules/shops/shop-lock'
import { moveToPresent } from '../seed/move-to-present'
import { acceptedSellers } from '../world/accepted-sellers'
import { demoDependencies } from '../world/demo-dependencies'
import { type OutsideServices, type ServiceKeys, startOutsideServices } from '../world/outside-services'
import type { Front } from './front'
import { type SharedSettings, worldDependencies } from './world-dependencies'
import type { WorldFacts, WorldFolder } from './world-folder'

/** Gives each shop in a copy of the seed a key by the copy's own secret: those of the seed are the same everywhere. */
async function replaceKeys(copy: string, { secret }: WorldFacts): Promise<void> {
  const deps = await demoDependencies(copy, {}, { secret })
  try {
    const shops = await deps.db.query.selectFrom('shop').select(['shop_id', 'opened_by']).execute()
    for (const { shop_id, opened_by } of shops)
      await deps.db.withTx(async (tx) => {
        await lockShop(tx, shop_id)
        await reissueKey(deps, tx, shop_id, keyRequest(opened_by))
      })
  } finally {
    await deps.db.close()
  }
}

/** Returns the slug and the present key of the shop that was opened first, which is one of the seed. */
async function findSampleShop(deps: AppDependencies): Promise<{ slug: string; key: string } | undefined> {
  const shop = await deps.db.query
    .selectFrom('shop')
    .select(['shop_id', 'slug', 'key_generation'])
    .orderBy('opened_at')
    .orderBy('shop_id')
    .executeTakeFirst()
  if (!shop) return undefined
  return { slug: shop.slug, key: await issuedKey(deps, deps.db.query, shop.shop_id, shop.key_generation) }
}

/** The ports of a world: one is the seller's phone, the other the buyer's. */
export interface Fronts {
  seller: Front
  buyer: Front
}

export interface WorldContext {
  settings: SharedSettings
  seed: string
  createKeys(): Promise<ServiceKeys>
  /** The host at which simulated services reach the ports. */
  noticeHost: string
  clock(): number
  /** False while the data disk has less free than the server keeps for itself. */
  hasRoom(): Promise<boolean>
}

interface Running {
  app: FastifyInstance
  deps: AppDependencies
  services: OutsideServices
  madeAt: number
}

/** The steps of preparing a world, in their order: its files are copied, its services get keys, and its app starts. */
type WorldStep = 1 | 2 | 3

/** The origins of this server that may show a world in frames at once: a laptop has several addresses. */
const MAX_HOSTS = 8

/** The demo world of one account: an app of its own behind two ports. It does one thing after the other. */
export class TrainerWorld {
  private hosts: readonly string[] = []
  private keys: ServiceKeys | undefined
  private running: Running | undefined
  private step: WorldStep | undefined
  private lastWork: Promise<unknown> = Promise.resolve()
  private resetting: Promise<void> | undefined

  constructor(
    private readonly folder: WorldFolder,
    readonly fronts: Fronts,
    private readonly context: WorldContext,
  ) {}

  /** Lets the pages at an origin of this server show the world in frames. */
  admit(host: string): void {
    if (this.hosts[0] !== host)
      this.hosts = [host, ...this.hosts.filter((other) => other !== host)].slice(0, MAX_HOSTS)
  }

  /** Starts the world as it was left, unless it runs; the first time it is made from the seed. */
  start(): Promise<void> {
    return this.afterOtherWork(async () => {
      if (this.running) return
      if (!this.folder.facts()) await this.make()
      await this.play()
    })
  }

  /** Resets the world to the seed; the reset that made it is not repeated. Who asks during a reset waits for that one. */
  reset(resetId: string): Promise<void> {
    this.resetting ??= this.afterOtherWork(async () => {
      if (this.running && this.folder.facts()?.resetId === resetId) return
      await this.halt('resetting')
      await this.make(resetId)
      await this.play()
    }).finally(() => {
      this.resetting = undefined
    })
    return this.resetting
  }

  stop(): Promise<void> {
    return this.afterOtherWork(async () => {
      await this.halt('closed')
      this.folder.touch(this.context.clock())
    })
  }

  async describe(): Promise<OfferedWorld> {
    const { running, fronts } = this
    const shop = running && (await this.sampleShopOf(running))
    const isReady = running !== undefined && running === this.running
    return {
      ports: { seller: fronts.seller.port, buyer: fronts.buyer.port },
      ...{ isReady, step: isReady ? undefined : this.step, resetAt: running?.madeAt, shop },
    }
  }

  /** The sample shop; undefined when the world stops meanwhile. */
  private async sampleShopOf(running: Running) {
    try {
      return await findSampleShop(running.deps)
    } catch (error) {
      if (this.running === running) throw error
      return undefined
    }
  }

  private afterOtherWork(work: () => Promise<void>): Promise<void> {
    const done = this.lastWork.then(work)
    this.lastWork = done.catch(() => undefined)
    return done
  }

  private make(resetId?: string) {
    const { seed, clock } = this.context
    this.step = 1
    return this.folder.make(seed, { now: clock(), resetId }, async (copy, facts) => {
      moveToPresent(copy, facts.madeAt)
      await replaceKeys(copy, facts)
    })
  }

  private async play(): Promise<void> {
    const { folder, fronts, context } = this
    const facts = folder.facts()
    if (!facts) throw new Error('the world was not made')
    this.step = 2
    this.keys ??= await context.createKeys()
    this.step = 3
    const services = await startOutsideServices(this.keys)
    try {
      const { app, deps } = await openApp(context, { folder, facts, services, hosts: () => this.hosts })
      services.payments.noticeOrigin = `http://${context.noticeHost}:${fronts.seller.port}`
      this.running = { app, deps, services, madeAt: facts.madeAt }
    } catch (error) {
      await services.close()
      throw error
    }
    folder.touch(context.clock())
    for (const front of [fronts.seller, fronts.buyer]) front.attach(this.running.app)
  }

  private async halt(absence: 'resetting' | 'closed'): Promise<void> {
    const { running } = this
    this.running = undefined
    await Promise.all([this.fronts.seller.detach(absence), this.fronts.buyer.detach(absence)])
    if (!running) return
    await running.app.close()
    await running.services.close()
  }
}

type OpenedWorld = Parameters<typeof worldDependencies>[1] & { services: OutsideServices }

/** Opens the app of a world, which answers no requests yet. */
async function openApp({ settings, hasRoom }: WorldContext, world: OpenedWorld) {
  const deps = await worldDependencies(settings, world, hasRoom)
  try {
    const exampleShop = (await findSampleShop(deps))?.slug
    const app = await createApp({ ...deps, settings: { ...deps.settings, exampleShop } })
    world.services.admitSellers(await acceptedSellers(deps))
    world.services.mount(app, DEMO_MARKS)
    await app.ready()
    return { app, deps }
  } catch (error) {
    await deps.db.close()
    throw error
  }
}
