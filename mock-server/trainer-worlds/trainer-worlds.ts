import { readdirSync } from 'node:fs'
import path from 'node:path'
import { ApiError } from '../../server/api-error'
import type { DemoWorlds, OfferedWorld } from '../../server/modules/demo/demo-worlds'
import { type Fronts, TrainerWorld, type WorldContext } from './trainer-world'
import { WorldFolder } from './world-folder'

const MINUTE = 60_000

export interface WorldLimits {
  /** A world that nobody uses for this time is stopped, in ms. */
  stopAfterMs: number
  /** When all ports are taken, the world that was not used for longest gives way, if it was not used for this time, in ms. */
  giveWayAfterMs: number
  /** A world that was not used for this time is deleted, in ms. */
  deleteAfterMs: number
  /** The most worlds on the disk; beyond, those that were not used for longest are deleted. */
  maxStored: number
  /** An answer waits this long for a world that starts or is reset, in ms. */
  waitMs: number
}

export const DEFAULT_LIMITS: WorldLimits = {
  stopAfterMs: 30 * MINUTE,
  giveWayAfterMs: 5 * MINUTE,
  deleteAfterMs: 30 * 86_400_000,
  maxStored: 100,
  waitMs: 5000,
}

export interface WorldsContext extends WorldContext {
  /** The folder of all worlds; each account's is named after its id. */
  folder: string
  elapsed(): number
}

/** A pair of ports, and whose world is there. */
interface Place {
  fronts: Fronts
  tenant: { accountId: string; world: TrainerWorld } | undefined
  /** The account that was here last, which comes back here if it can: its phones still have the address. */
  lastAccount: string | undefined
  /** When a request came last, by the monotonic clock. */
  usedAt: number
}

/** Resolves with the promise, or without it after a time. */
async function atMost(promise: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([promise, timeout]).finally(() => clearTimeout(timer))
}

/** The demo worlds of trainers: as many at once as there are pairs of ports. */
export class TrainerWorlds implements DemoWorlds {
  readonly ports: readonly number[]
  private readonly places: readonly Place[]
  private readonly timer: NodeJS.Timeout
  private lastMove: Promise<unknown> = Promise.resolve()

  constructor(
    fronts: readonly Fronts[],
    private readonly context: WorldsContext,
    private readonly limits: WorldLimits = DEFAULT_LIMITS,
  ) {
    this.ports = fronts.flatMap(({ seller, buyer }) => [seller.port, buyer.port])
    this.places = fronts.map((both) => {
      const place: Place = { fronts: both, tenant: undefined, lastAccount: undefined, usedAt: 0 }
      for (const front of [both.seller, both.buyer]) front.onUse = () => this.use(place)
      return place
    })
    this.timer = setInterval(() => void this.sweep(), MINUTE).unref()
  }

  async find(accountId: string): Promise<OfferedWorld | undefined> {
    return this.placeOf(accountId)?.tenant?.world.describe()
  }

  async open(accountId: string, origin: string): Promise<OfferedWorld> {
    const world = await this.oneByOne(() => this.enter(accountId))
    world.admit(origin)
    await atMost(world.start(), this.limits.waitMs)
    return world.describe()
  }

  async reset(accountId: string, origin: string, resetId: string): Promise<OfferedWorld> {
    const world = await this.oneByOne(() => this.enter(accountId))
    world.admit(origin)
    await atMost(world.reset(resetId), this.limits.waitMs)
    return world.describe()
  }

  remove(accountId: string): Promise<boolean> {
    return this.oneByOne(async () => {
      const place = this.placeOf(accountId)
      if (place) await this.leave(place)
      return this.folderOf(accountId).remove()
    })
  }

  /** Stops worlds that nobody uses, and deletes those that nobody has used for long. */
  sweep(): Promise<void> {
    return this.oneByOne(async () => {
      const idle = this.places.filter((place) => this.idleMs(place) >= this.limits.stopAfterMs)
      for (const place of idle) await this.leave(place)
      await this.deleteUnused()
    })
  }

  async close(): Promise<void> {
    clearInterval(this.timer)
    await this.oneByOne(async () => {
      for (const place of this.places) await this.leave(place)
    })
    await Promise.all(this.places.flatMap(({ fronts }) => [fronts.seller.close(), fronts.buyer.close()]))
  }

  /** Worlds move in and out one after the other. */
  private oneByOne<T>(move: () => Promise<T>): Promise<T> {
    const done = this.lastMove.then(move)
    this.lastMove = done.catch(() => undefined)
    return done
  }

  private async enter(accountId: string): Promise<TrainerWorld> {
    const known = this.placeOf(accountId)
    const place = known ?? this.freePlace(accountId) ?? this.idlePlace()
    if (!place) throw new ApiError('demo-full')
    this.use(place)
    if (known?.tenant) return known.tenant.world
    await this.leave(place)
    const world = new TrainerWorld(this.folderOf(accountId), place.fronts, this.context)
    place.tenant = { accountId, world }
    place.lastAccount = accountId
    return world
  }

  private async leave(place: Place): Promise<void> {
    const { tenant } = place
    place.tenant = undefined
    await tenant?.world.stop()
  }

  private placeOf(accountId: string): Place | undefined {
    return this.places.find(({ tenant }) => tenant?.accountId === accountId)
  }

  private freePlace(accountId: string): Place | undefined {
    const free = this.places.filter(({ tenant }) => !tenant).sort((a, b) => a.usedAt - b.usedAt)
    return free.find(({ lastAccount }) => lastAccount === accountId) ?? free[0]
  }

  /** The place whose world was not used for longest, if that is long enough. */
  private idlePlace(): Place | undefined {
    const [idle] = [...this.places].sort((a, b) => a.usedAt - b.usedAt)
    return idle && this.idleMs(idle) >= this.limits.giveWayAfterMs ? idle : undefined
  }

  private use(place: Place): void {
    place.usedAt = this.context.elapsed()
  }

  private idleMs({ usedAt }: Place): number {
    return this.context.elapsed() - usedAt
  }

  /** @param accountId of an account of the server's database, which is a valid name of a folder */
  private folderOf(accountId: string): WorldFolder {
    return new WorldFolder(path.join(this.context.folder, accountId))
  }

  private async deleteUnused(): Promise<void> {
    const { context, limits } = this
    const stored = readdirSync(context.folder)
      .filter((name) => !this.placeOf(name))
      .map((name) => this.folderOf(name))
      .sort((a, b) => b.usedAt() - a.usedAt())
    const oldest = context.clock() - limits.deleteAfterMs
    for (const [index, folder] of stored.entries())
      if (index >= limits.maxStored || folder.usedAt() < oldest) await folder.remove()
  }
}
