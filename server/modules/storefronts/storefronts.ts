import type { FastifyRequest } from 'fastify'
import type { Ready } from '../../http/ready'

/** So many storefronts are kept as text at most. */
const MOST = 500

/**
 * Storefronts as the text that is sent, so that a busy shop costs no query. Every write to a shop forgets its own;
 * a read that began before a write is not kept, because the shop's turn has moved on meanwhile.
 */
export class Storefronts {
  private readonly kept = new Map<string, Ready>()
  private readonly slugs = new Map<string, string>()
  private turn = 0

  get(slug: string): Ready | undefined {
    return this.kept.get(slug)
  }

  /** Call before reading; hand the answer to `keep`. */
  begin(): number {
    return this.turn
  }

  keep(slug: string, shopId: string, ready: Ready, begun: number): void {
    if (begun !== this.turn) return
    if (this.kept.size >= MOST) this.clear()
    this.kept.set(slug, ready)
    this.slugs.set(shopId, slug)
  }

  forgetShop(shopId: string): void {
    this.turn++
    const slug = this.slugs.get(shopId)
    if (slug === undefined) return
    this.slugs.delete(shopId)
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
