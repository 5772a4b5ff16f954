import type { FastifyRequest } from 'fastify'
import type { CachedResponse } from '../../http/cached-response'

/** Maximum number of cached storefronts. */
const MAX_ENTRIES = 500

export interface CachedStorefront {
  response: CachedResponse
  /** The shop's change counter when it was read; `undefined` where `dataVersion` reports other writers (SQLite). */
  changes: number | undefined
}

/**
 * Caches storefronts as serialized text. A write to a shop invalidates its entry; a read that began before a write is not
 * cached. A change of `dataVersion` means that another process has written: it clears the cache.
 */
export class StorefrontCache {
  private readonly entries = new Map<string, CachedStorefront>()
  private readonly slugs = new Map<string, string>()
  private generation = 0
  private lastDataVersion: number | undefined

  constructor(private readonly dataVersion?: () => number) {}

  get(slug: string): CachedStorefront | undefined {
    const written = this.dataVersion?.()
    if (written !== this.lastDataVersion) {
      this.lastDataVersion = written
      this.generation++
      this.clear()
    }
    return this.entries.get(slug)
  }

  /** A cached response that needs no validation against the database. */
  getValidated(slug: string): CachedResponse | undefined {
    const entry = this.get(slug)
    return entry?.changes === undefined ? entry?.response : undefined
  }

  /** Returns a token to be taken before reading and passed to `set`. */
  begin(): number {
    return this.generation
  }

  set(slug: string, shopId: string, entry: CachedStorefront, startedAt: number): void {
    if (startedAt !== this.generation) return
    if (this.entries.size >= MAX_ENTRIES) this.clear()
    this.entries.set(slug, entry)
    this.slugs.set(shopId, slug)
  }

  invalidateShop(shopId: string): void {
    this.generation++
    const slug = this.slugs.get(shopId)
    if (slug === undefined) return
    this.slugs.delete(shopId)
    this.entries.delete(slug)
  }

  /** Removes a storefront that buyers no longer find. */
  invalidateSlug(slug: string): void {
    this.entries.delete(slug)
  }

  private clear(): void {
    this.entries.clear()
    this.slugs.clear()
  }

  /** Invalidates the shop that the URL of a write names. */
  invalidateFor(request: FastifyRequest): void {
    const { params } = request
    const shopId = params !== null && typeof params === 'object' ? Reflect.get(params, 'shopId') : undefined
    if (typeof shopId === 'string') this.invalidateShop(shopId)
  }
}
