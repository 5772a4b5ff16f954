import type { FastifyReply } from 'fastify'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { DatabaseConnectionLostError, DatabaseUnavailableError } from '../../db/database-errors'
import { isPostgres } from '../../db/engine'
import type { AppDependencies } from '../../dependencies'
import { CachedResponse } from '../../http/cached-response'
import { JSON_TYPE } from '../../http/etag'
import { allProducts, productsPage } from '../products/store'
import { changesOf } from '../shops/shop-lock'
import { findShop, shopIdOfSlug, toLook, toShop } from '../shops/store'
import type { StorefrontCache } from './storefront-cache'

/**
 * Returns a storefront as serialized text; `not-found` when no shop has this slug. `reply` belongs to a route whose response
 * schema is the storefront.
 */
export type ReadStorefront = (slug: string, reply: FastifyReply) => CachedResponse | Promise<CachedResponse>

async function read(db: Query, slug: string) {
  const shopId = await shopIdOfSlug(db, slug)
  const row = shopId === undefined ? undefined : await findShop(db, shopId)
  if (!row || row.blocked_at !== null) throw new ApiError('not-found')
  const [shop, look] = [toShop(row), toLook(row)]
  const { items, next } = await productsPage(db, row.shop_id, { onSale: true })
  if (next === undefined) return { shop, look, products: items }
  const later = await allProducts(db, row.shop_id, { onSale: true, cursor: next })
  const { firstScreenProducts } = await import('@/templates/first-screen-products')
  return { shop, look, products: await firstScreenProducts(look, [...items, ...later], items.length), next }
}

/** Change counter that no shop has, so a storefront cached while the counter was unknown is read again. */
const UNKNOWN_CHANGES = -1

type Read = Awaited<ReturnType<typeof read>>

export function storefrontReader({ db }: AppDependencies, storefronts: StorefrontCache): ReadStorefront {
  const running = new Map<string, Promise<CachedResponse>>()

  /** Concurrent readers of a shop share one read, unless a write happened after it began. */
  function shared(slug: string, make: () => Promise<CachedResponse>): Promise<CachedResponse> {
    const key = `${slug} ${storefronts.begin()}`
    const known = running.get(key)
    if (known) return known
    const made = make().finally(() => running.delete(key))
    running.set(key, made)
    return made
  }

  async function make(slug: string, reply: FastifyReply, from: () => Promise<Read>, changes?: number) {
    const generation = storefronts.begin()
    const storefront = await from()
    const response = new CachedResponse(String(reply.serialize(storefront)), JSON_TYPE, 'no-cache')
    storefronts.set(slug, storefront.shop.id, { response, changes }, generation)
    return response
  }

  /** Reads from the replica if it is as recent as `changes`, otherwise from the primary. */
  async function readSince(slug: string, changes: number): Promise<Read> {
    const copy = await db.replica?.read(async (query) =>
      ((await changesOf(query, slug)) ?? -1) >= changes ? read(query, slug) : undefined,
    )
    return copy ?? read(db.query, slug)
  }

  /** Several servers write to PostgreSQL, so the shop's change counter tells whether the cache is still valid. */
  async function current(slug: string, reply: FastifyReply): Promise<CachedResponse> {
    const changes = await changesOf(db.query, slug)
    if (changes === undefined) {
      storefronts.invalidateSlug(slug)
      throw new ApiError('not-found')
    }
    const cached = storefronts.get(slug)
    if (cached?.changes === changes) return cached.response
    return make(slug, reply, () => readSince(slug, changes), changes)
  }

  /** While the database is unavailable a storefront comes from the cache, or from the replica. */
  async function currentOrLast(slug: string, reply: FastifyReply): Promise<CachedResponse> {
    try {
      return await current(slug, reply)
    } catch (error) {
      if (!(error instanceof DatabaseUnavailableError || error instanceof DatabaseConnectionLostError))
        throw error
      reply.server.healthMonitor.report(error)
      const cached = storefronts.get(slug)
      if (cached) return cached.response
      const copy = await db.replica?.read((query) => read(query, slug))
      if (!copy) throw error
      return make(slug, reply, async () => copy, UNKNOWN_CHANGES)
    }
  }

  if (isPostgres(db.query)) return currentOrLast
  return (slug, reply) =>
    storefronts.getValidated(slug) ?? shared(slug, () => make(slug, reply, () => read(db.query, slug)))
}
