import { ApiError } from '../api-error'

interface Window {
  count: number
  ends: number
}

/** So many callers are remembered at most; the one seen first is forgotten first. */
const REMEMBERED = 50_000

/** Allows each caller so many turns (`most`) in a window of time (`span`, ms of a clock that only goes on), and refuses the one too many with `too-many`. */
export class RateLimiter {
  private readonly windows = new Map<string, Window>()

  constructor(
    private readonly most: number,
    private readonly span: number,
    private readonly elapsed: () => number,
  ) {}

  take(caller: string): void {
    const now = this.elapsed()
    const window = this.windows.get(caller)
    if (!window || window.ends <= now) this.open(caller, now)
    else if (window.count < this.most) window.count++
    else throw new ApiError('too-many', { retryAfter: (window.ends - now) / 1000 })
  }

  /** A turn that should not count after all. */
  giveBack(caller: string): void {
    const window = this.windows.get(caller)
    if (window) window.count--
  }

  private open(caller: string, now: number) {
    this.windows.delete(caller)
    this.windows.set(caller, { count: 1, ends: now + this.span })
    for (const [first, { ends }] of this.windows) {
      if (ends > now && this.windows.size <= REMEMBERED) break
      this.windows.delete(first)
    }
  }
}
