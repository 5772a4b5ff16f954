import type { FastifyReply } from 'fastify'
import { categoriesOf } from '@/domain/categories'
import { GONE } from '@/domain/shop'
import { ApiError } from '../../api-error'
import type { Database, Query } from '../../db/database'
import { DatabaseConnectionLostError, DatabaseUnavailableError } from '../../db/database-errors'
import { isPostgres } from '../../db/engine'
import type { AppDependencies } from '../../dependencies'
import { CachedResponse } from '../../http/cached-response'
import { JSON_TYPE } from '../../http/etag'
import { onlineOffersOf, readGrants } from '../payments/grants'
import { allProducts, productsPage } from '../products/store'
import { changesOf } from '../shops/shop-lock'
import { findShop, shopIdOfSlug, toLook, toShop } from '../shops/store'
import type { StorefrontCache } from './storefront-cache'

/**
 * Returns a storefront as serialized text; `not-found` when no shop has this slug. `reply` belongs to a route whose response
 * schema is the storefront.
 */
export type ReadStorefront = (slug: string, reply: FastifyReply) => CachedResponse | Promise<CachedResponse>

/** The address of a shop that was closed for good. */
const shopGone = () => new ApiError('not-found', { status: GONE })

/** The services that a storefront's online payments depend on. */
type Services = Pick<AppDependencies, 'payments' | 'wechat'>

async function read(services: Services, db: Query, slug: string) {
  const shopId = await shopIdOfSlug(db, slug)
  const row = shopId === undefined ? undefined : await findShop(db, shopId)
  if (!row || row.blocked_at !== null) throw new ApiError('not-found')
  if (row.closed_at !== null) throw shopGone()
  const [shop, look] = [toShop(row), toLook(row)]
  const offers = onlineOffersOf(services, readGrants(row), shop.payments)
  const start = { shop, look, ...(offers.length > 0 ? { onlinePayments: offers } : {}) }
  const { items, next } = await productsPage(db, row.shop_id, { onSale: true })
  if (next === undefined) return { ...start, products: items }
  const later = await allProducts(db, row.shop_id, { onSale: true, cursor: next })
  const { firstScreenProducts } = await import('@/templates/first-screen-products')
  const all = [...items, ...later]
  const products = await firstScreenProducts(look, all, items.length)
  // the first products alone would not show which categories there are
  return { ...start, shop: { ...shop, categories: categoriesOf(all, shop) }, products, next }
}

/** Change counter that no shop has, so a storefront cached while the counter was unknown is read again. */
const UNKNOWN_CHANGES = -1

type Read = Awaited<ReturnType<typeof read>>

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

/** Reads storefronts from the cache, the replica or the primary database. */
class StorefrontReader {
  private readonly share = createSingleFlight<CachedResponse>()

  constructor(
    private readonly db: Database,
    private readonly storefronts: StorefrontCache,
    private readonly services: Services,
  ) {}

  private readonly read = (query: Query, slug: string) => read(this.services, query, slug)

  /** Returns the storefront of the only server that writes to the database: its cache is always current. */
  readOnOneServer(slug: string, reply: FastifyReply): CachedResponse | Promise<CachedResponse> {
    const { db, storefronts } = this
    return (
      storefronts.getValidated(slug) ??
      // concurrent readers of a shop share one read, unless a write happened after it began
      this.share(`${slug} ${storefronts.begin()}`, () =>
        this.make(slug, reply, () => this.read(db.query, slug)),
      )
    )
  }

  /**
   * Returns the storefront where several servers write to the database. While that is unavailable it comes from the cache, or
   * from the replica.
   */
  async readOnSeveralServers(slug: string, reply: FastifyReply): Promise<CachedResponse> {
    try {
      return await this.readCurrent(slug, reply)
    } catch (error) {
      if (!(error instanceof DatabaseUnavailableError || error instanceof DatabaseConnectionLostError))
        throw error
      reply.server.healthMonitor.report(error)
      const cached = this.storefronts.get(slug)
      if (cached) return cached.response
      const copy = await this.db.replica?.read((query) => this.read(query, slug))
      if (!copy) throw error
      return this.make(slug, reply, async () => copy, UNKNOWN_CHANGES)
    }
  }

  /** The shop's change counter tells whether the cache is still valid. */
  private async readCurrent(slug: string, reply: FastifyReply): Promise<CachedResponse> {
    const changes = await changesOf(this.db.query, slug)
    if (changes === undefined) {
      this.storefronts.invalidateSlug(slug)
      throw new ApiError('not-found')
    }
    const cached = this.storefronts.get(slug)
    if (cached?.changes === changes) return cached.response
    return this.make(slug, reply, () => this.readSince(slug, changes), changes)
  }

  /** Reads from the replica if it is as recent as `changes`, otherwise from the primary. */
  private async readSince(slug: string, changes: number): Promise<Read> {
    const copy = await this.db.replica?.read(async (query) =>
      ((await changesOf(query, slug)) ?? -1) >= changes ? this.read(query, slug) : undefined,
    )
    return copy ?? this.read(this.db.query, slug)
  }

  /** Serializes what `from` reads and caches it, unless a write happened meanwhile. */
  private async make(slug: string, reply: FastifyReply, from: () => Promise<Read>, changes?: number) {
    const generation = this.storefronts.begin()
    const storefront = await from()
    const response = new CachedResponse(String(reply.serialize(storefront)), JSON_TYPE, 'no-cache')
    this.storefronts.set(slug, storefront.shop.id, { response, changes }, generation)
    return response
  }
}

/** Creates the reader that suits the database engine: several servers may share a PostgreSQL database, and none SQLite. */
export function storefrontReader(deps: AppDependencies, storefronts: StorefrontCache): ReadStorefront {
  const { db } = deps
  const reader = new StorefrontReader(db, storefronts, deps)
  return isPostgres(db.query)
    ? (slug, reply) => reader.readOnSeveralServers(slug, reply)
    : (slug, reply) => reader.readOnOneServer(slug, reply)
}
