import type { FastifyRequest } from 'fastify'
import type { CachedResponse } from './cached-response'

/** Maximum number of cached responses, of all shops and of one. */
const MAX_ENTRIES = 500
const MAX_ENTRIES_OF_SHOP = 12

export interface CachedEntry {
  response: CachedResponse
  /** The shop's change counter when it was read; `undefined` where `dataVersion` reports other writers (SQLite). */
  changes: number | undefined
}

/**
 * Caches what buyers read of a shop as serialized text: its storefront, whose key is its slug, and pages of its products. A write to
 * the shop invalidates its entries; a read that began before a write is not cached. A change of `dataVersion` means that
 * another process has written: it clears the cache.
 */
export class StorefrontCache {
  private readonly entries = new Map<string, CachedEntry>()
  private readonly keysByShop = new Map<string, Set<string>>()
  private generation = 0
  private lastDataVersion: number | undefined

  constructor(private readonly dataVersion?: () => number) {}

  get(key: string): CachedEntry | undefined {
    const written = this.dataVersion?.()
    if (written !== this.lastDataVersion) {
      this.lastDataVersion = written
      this.generation++
      this.clear()
    }
    return this.entries.get(key)
  }

  /** A cached response that needs no validation against the database. */
  getValidated(key: string): CachedResponse | undefined {
    const entry = this.get(key)
    return entry?.changes === undefined ? entry?.response : undefined
  }

  /** Returns a token to be taken before reading and passed to `set`. */
  begin(): number {
    return this.generation
  }

  set(key: string, shopId: string, entry: CachedEntry, startedAt: number): void {
    if (startedAt !== this.generation) return
    if (this.entries.size >= MAX_ENTRIES) this.clear()
    const keys = this.keysByShop.get(shopId) ?? new Set()
    this.keysByShop.set(shopId, keys.add(key))
    this.entries.set(key, entry)
    const [oldest] = keys
    if (keys.size <= MAX_ENTRIES_OF_SHOP || oldest === undefined) return
    keys.delete(oldest)
    this.entries.delete(oldest)
  }

  invalidateShop(shopId: string): void {
    this.generation++
    for (const key of this.keysByShop.get(shopId) ?? []) this.entries.delete(key)
    this.keysByShop.delete(shopId)
  }

  /** Removes what buyers no longer find. */
  invalidate(key: string): void {
    this.entries.delete(key)
  }

  private clear(): void {
    this.entries.clear()
    this.keysByShop.clear()
  }

  /** Invalidates the shop that the URL of a write names. */
  invalidateFor(request: FastifyRequest): void {
    const { params } = request
    const shopId = params !== null && typeof params === 'object' ? Reflect.get(params, 'shopId') : undefined
    if (typeof shopId === 'string') this.invalidateShop(shopId)
  }
}
