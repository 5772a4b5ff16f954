import type { FastifyReply } from 'fastify'
import { ApiError } from '../../api-error'
import type { Query } from '../../db/database'
import { DatabaseConnectionLostError, DatabaseUnavailableError } from '../../db/database-errors'
import { isPostgres } from '../../db/engine'
import type { AppDependencies } from '../../dependencies'
import { CachedResponse } from '../../http/cached-response'
import { JSON_TYPE } from '../../http/etag'
import { everyProduct, productsPage } from '../products/store'
import { changesOf } from '../shops/shop-lock'
import { findShop, shopIdOfSlug, toLook, toShop } from '../shops/store'
import type { Storefronts } from './storefronts'

/** Answers a storefront as the text that is sent; `not-found` when no shop has this slug. `reply` is that of a route whose answer it is by schema. */
export type ReadStorefront = (slug: string, reply: FastifyReply) => CachedResponse | Promise<CachedResponse>

async function read(db: Query, slug: string) {
  const shopId = await shopIdOfSlug(db, slug)
  const row = shopId === undefined ? undefined : await findShop(db, shopId)
  if (!row || row.blocked_at !== null) throw new ApiError('not-found')
  const [shop, look] = [toShop(row), toLook(row)]
  const { items, next } = await productsPage(db, row.shop_id, { onSale: true })
  if (next === undefined) return { shop, look, products: items }
  const later = await everyProduct(db, row.shop_id, { onSale: true, cursor: next })
  const { shownFirst } = await import('@/templates/shown-first')
  return { shop, look, products: await shownFirst(look, [...items, ...later], items.length), next }
}

/** No shop was changed so often: what was read while nobody could tell is asked for again. */
const NEVER = -1

type Read = Awaited<ReturnType<typeof read>>

export function storefrontReader({ db }: AppDependencies, storefronts: Storefronts): ReadStorefront {
  const running = new Map<string, Promise<CachedResponse>>()

  /** Readers of a shop share one read, unless something was written after it began. */
  function shared(slug: string, make: () => Promise<CachedResponse>): Promise<CachedResponse> {
    const key = `${slug} ${storefronts.begin()}`
    const known = running.get(key)
    if (known) return known
    const made = make().finally(() => running.delete(key))
    running.set(key, made)
    return made
  }

  async function make(slug: string, reply: FastifyReply, from: () => Promise<Read>, changes?: number) {
    const begun = storefronts.begin()
    const storefront = await from()
    const ready = new CachedResponse(String(reply.serialize(storefront)), JSON_TYPE, 'no-cache')
    storefronts.keep(slug, storefront.shop.id, { ready, changes }, begun)
    return ready
  }

  /** From the replica, if it has followed so far; else from the database itself. */
  async function readSince(slug: string, changes: number): Promise<Read> {
    const copy = await db.replica?.read(async (query) =>
      ((await changesOf(query, slug)) ?? -1) >= changes ? read(query, slug) : undefined,
    )
    return copy ?? read(db.query, slug)
  }

  /** Several servers write here, so one look-up tells whether what is kept is still so. */
  async function current(slug: string, reply: FastifyReply): Promise<CachedResponse> {
    const changes = await changesOf(db.query, slug)
    if (changes === undefined) {
      storefronts.forgetSlug(slug)
      throw new ApiError('not-found')
    }
    const kept = storefronts.get(slug)
    if (kept?.changes === changes) return kept.ready
    return make(slug, reply, () => readSince(slug, changes), changes)
  }

  /** While the database is away a shop is shown as it was last seen, or as the replica has it. */
  async function currentOrLast(slug: string, reply: FastifyReply): Promise<CachedResponse> {
    try {
      return await current(slug, reply)
    } catch (error) {
      if (!(error instanceof DatabaseUnavailableError || error instanceof DatabaseConnectionLostError))
        throw error
      reply.server.healthMonitor.note(error)
      const kept = storefronts.get(slug)
      if (kept) return kept.ready
      const copy = await db.replica?.read((query) => read(query, slug))
      if (!copy) throw error
      return make(slug, reply, async () => copy, NEVER)
    }
  }

  if (isPostgres(db.query)) return currentOrLast
  return (slug, reply) =>
    storefronts.ready(slug) ?? shared(slug, () => make(slug, reply, () => read(db.query, slug)))
}
