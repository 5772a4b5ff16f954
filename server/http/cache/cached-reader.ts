import { ApiError } from '../../api-error'
import type { Database, Query } from '../../db/database'
import { DatabaseConnectionLostError, DatabaseUnavailableError } from '../../db/database-errors'
import { isPostgres } from '../../db/engine'
import type { HealthMonitor } from '../../health-monitor'
import type { CachedResponse } from './cached-response'
import type { StorefrontCache } from './storefront-cache'

export interface CachedRead {
  key: string
  /** The shop's change counter; `undefined` when buyers do not find the shop. */
  changes(query: Query): Promise<number | undefined>
  /** Reads the content; throws `not-found` when buyers do not find the shop. */
  load(query: Query): Promise<Loaded>
  respond(content: object): CachedResponse
}

interface Loaded {
  shopId: string
  content: object
}

/** Change counter that no shop has, so a response cached while the counter was unknown is read again. */
const UNKNOWN_CHANGES = -1

/** Creates a function that runs `make` once for concurrent calls with the same key (single flight). */
function createSingleFlight<T>() {
  const running = new Map<string, Promise<T>>()
  return (key: string, make: () => Promise<T>): Promise<T> => {
    const known = running.get(key)
    if (known) return known
    const made = make().finally(() => running.delete(key))
    running.set(key, made)
    return made
  }
}

/** Answers reads of shops from the cache, the replica or the primary database. */
export class CachedReader {
  private readonly share = createSingleFlight<CachedResponse>()

  constructor(
    private readonly db: Database,
    private readonly cache: StorefrontCache,
    private readonly healthMonitor: Pick<HealthMonitor, 'report'>,
  ) {}

  /** Suits the database engine: several servers may share a PostgreSQL database, and none SQLite. */
  read(read: CachedRead): CachedResponse | Promise<CachedResponse> {
    return isPostgres(this.db.query) ? this.readOnSeveralServers(read) : this.readOnOneServer(read)
  }

  /** Reads where no other server writes to the database: the cache is always current. */
  private readOnOneServer(read: CachedRead): CachedResponse | Promise<CachedResponse> {
    const { db, cache } = this
    return (
      cache.getValidated(read.key) ??
      // concurrent readers of a shop share one read, unless a write happened after it began
      this.share(`${read.key} ${cache.begin()}`, () => this.make(read, () => read.load(db.query)))
    )
  }

  /**
   * Reads where several servers write to the database. While that is unavailable the response comes from the cache, or from
   * the replica.
   */
  private async readOnSeveralServers(read: CachedRead): Promise<CachedResponse> {
    try {
      return await this.readCurrent(read)
    } catch (error) {
      if (!(error instanceof DatabaseUnavailableError || error instanceof DatabaseConnectionLostError))
        throw error
      this.healthMonitor.report(error)
      const cached = this.cache.get(read.key)
      if (cached) return cached.response
      const copy = await this.db.replica?.read((query) => read.load(query))
      if (!copy) throw error
      return this.make(read, async () => copy, UNKNOWN_CHANGES)
    }
  }

  /** The cache is valid while the shop's change counter is the cached one. */
  private async readCurrent(read: CachedRead): Promise<CachedResponse> {
    const changes = await read.changes(this.db.query)
    if (changes === undefined) {
      this.cache.invalidate(read.key)
      throw new ApiError('not-found')
    }
    const cached = this.cache.get(read.key)
    if (cached?.changes === changes) return cached.response
    return this.make(read, () => this.loadSince(read, changes), changes)
  }

  /** Loads from the replica if it is as recent as `changes`, otherwise from the primary. */
  private async loadSince(read: CachedRead, changes: number): Promise<Loaded> {
    const copy = await this.db.replica?.read(async (query) =>
      ((await read.changes(query)) ?? -1) >= changes ? read.load(query) : undefined,
    )
    return copy ?? read.load(this.db.query)
  }

  /** Serializes what `load` reads and caches it, unless a write happened meanwhile. */
  private async make(read: CachedRead, load: () => Promise<Loaded>, changes?: number) {
    const generation = this.cache.begin()
    const { shopId, content } = await load()
    const response = read.respond(content)
    this.cache.set(read.key, shopId, { response, changes }, generation)
    return response
  }
}
