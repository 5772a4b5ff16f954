import type { FastifyRequest } from 'fastify'
import type { Ready } from '../../http/ready'

interface Kept {
  shopId: string
  ready: Ready
}

/** So many storefronts are kept as text at most. */
const MOST = 500

/**
 * Storefronts as the text that is sent, so that a busy shop costs no query. Every write to a shop forgets its own;
 * a read that began before a write is not kept, because the shop's turn has moved on meanwhile.
 */
export class Storefronts {
  private readonly kept = new Map<string, Kept>()
  private turn = 0

  get(slug: string): Ready | undefined {
    return this.kept.get(slug)?.ready
  }

  /** Call before reading; hand the answer to `keep`. */
  begin(): number {
    return this.turn
  }

  keep(slug: string, shopId: string, ready: Ready, begun: number): void {
    if (begun !== this.turn) return
    if (this.kept.size >= MOST) this.kept.clear()
    this.kept.set(slug, { shopId, ready })
  }

  forgetShop(shopId: string): void {
    this.turn++
    for (const [slug, kept] of this.kept) if (kept.shopId === shopId) this.kept.delete(slug)
  }

  /** After a write: whatever shop its address names has changed. */
  forget(request: FastifyRequest): void {
    const { params } = request
    const shopId = params !== null && typeof params === 'object' ? Reflect.get(params, 'shopId') : undefined
    if (typeof shopId === 'string') this.forgetShop(shopId)
  }
}
