import { ApiError } from '../../api-error'

interface Window {
  count: number
  ends: number
}

/** Maximum number of callers in memory; the oldest window is evicted first. */
const MAX_CALLERS = 50_000

/**
 * Allows each caller `limit` requests in a fixed window of `span` ms (monotonic clock); a further one throws ApiError
 * `too-many`.
 */
export class RateLimiter {
  private readonly windows = new Map<string, Window>()

  constructor(
    private readonly limit: number,
    private readonly span: number,
    private readonly elapsed: () => number,
  ) {}

  consume(caller: string): void {
    this.check(caller)
    const now = this.elapsed()
    const window = this.windows.get(caller)
    if (!window || window.ends <= now) this.open(caller, now)
    else window.count++
  }

  /** Throws as `consume` does, and counts nothing. */
  check(caller: string): void {
    const now = this.elapsed()
    const window = this.windows.get(caller)
    if (window && window.ends > now && window.count >= this.limit)
      throw new ApiError('too-many', { retryAfter: (window.ends - now) / 1000 })
  }

  /** Takes back one counted request. */
  refund(caller: string): void {
    const window = this.windows.get(caller)
    if (window) window.count--
  }

  private open(caller: string, now: number) {
    this.windows.delete(caller)
    this.windows.set(caller, { count: 1, ends: now + this.span })
    for (const [oldest, { ends }] of this.windows) {
      if (ends > now && this.windows.size <= MAX_CALLERS) break
      this.windows.delete(oldest)
    }
  }
}
