import type { FastifyRequest } from 'fastify'
import type { CachedResponse } from '../../http/cached-response'

/** So many storefronts are kept as text at most. */
const MOST = 500

export interface Kept {
  ready: CachedResponse
  /** How often the shop had been changed at least when it was read; `undefined` where writes of others are told (SQLite). */
  changes: number | undefined
}

/**
 * Storefronts as the text that is sent, so that a busy shop costs no query. Every write to a shop forgets its own;
 * a read that began before a write is not kept, because the shop's turn has moved on meanwhile. `dataVersion` is a number
 * that changes when another process has written: then all are forgotten.
 */
export class Storefronts {
  private readonly kept = new Map<string, Kept>()
  private readonly slugs = new Map<string, string>()
  private turn = 0
  private seen: number | undefined

  constructor(private readonly dataVersion?: () => number) {}

  get(slug: string): Kept | undefined {
    const written = this.dataVersion?.()
    if (written !== this.seen) {
      this.seen = written
      this.turn++
      this.clear()
    }
    return this.kept.get(slug)
  }

  /** What may be sent without asking anybody whether it is still so. */
  ready(slug: string): CachedResponse | undefined {
    const kept = this.get(slug)
    return kept?.changes === undefined ? kept?.ready : undefined
  }

  /** Call before reading; hand the answer to `keep`. */
  begin(): number {
    return this.turn
  }

  keep(slug: string, shopId: string, kept: Kept, begun: number): void {
    if (begun !== this.turn) return
    if (this.kept.size >= MOST) this.clear()
    this.kept.set(slug, kept)
    this.slugs.set(shopId, slug)
  }

  forgetShop(shopId: string): void {
    this.turn++
    const slug = this.slugs.get(shopId)
    if (slug === undefined) return
    this.slugs.delete(shopId)
    this.kept.delete(slug)
  }

  /** Drops a storefront that buyers no longer find. */
  forgetSlug(slug: string): void {
    this.kept.delete(slug)
  }

  private clear(): void {
    this.kept.clear()
    this.slugs.clear()
  }

  /** After a write: whatever shop its address names has changed. */
  forget(request: FastifyRequest): void {
    const { params } = request
    const shopId = params !== null && typeof params === 'object' ? Reflect.get(params, 'shopId') : undefined
    if (typeof shopId === 'string') this.forgetShop(shopId)
  }
}
