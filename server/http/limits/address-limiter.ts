import { addressScopes } from './address-scopes'
import { RateLimiter } from './rate-limiter'

/**
 * Allows each network address `limit` requests in a window of `span` ms, and its larger IPv6 networks a multiple of it; a further one
 * throws ApiError `too-many`.
 */
export class AddressLimiter {
  private readonly limiters = new Map<number, RateLimiter>()

  constructor(
    private readonly limit: number,
    private readonly span: number,
    private readonly elapsed: () => number,
  ) {}

  /** Counts a request of an address of `getClientAddress`. What is refused counts for none of its networks. */
  consume(address: string): void {
    this.check(address)
    for (const { key, factor } of addressScopes(address)) this.limiterOf(factor).consume(key)
  }

  /** Throws as `consume` does, and counts nothing. */
  check(address: string): void {
    for (const { key, factor } of addressScopes(address)) this.limiterOf(factor).check(key)
  }

  private limiterOf(factor: number): RateLimiter {
    const limiter = this.limiters.get(factor) ?? new RateLimiter(this.limit * factor, this.span, this.elapsed)
    this.limiters.set(factor, limiter)
    return limiter
  }
}
