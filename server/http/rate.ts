import { Refused } from '../../refused'

interface Window {
  count: number
  ends: number
}

/** Counts tries by where they come from, in windows of time, and refuses the one too many with `too-many`. */
export class Tries {
  private readonly windows = new Map<string, Window>()

  constructor(
    private readonly most: number,
    private readonly span: number,
    private readonly clock: () => number,
  ) {}

  take(from: string): void {
    const now = this.clock()
    const window = this.windows.get(from)
    if (!window || window.ends <= now) {
      this.sweep(now)
      this.windows.set(from, { count: 1, ends: now + this.span })
      return
    }
    if (window.count >= this.most) throw new Refused('too-many', { retryAfter: (window.ends - now) / 1000 })
    window.count++
  }

  /** A try that was right was no guess. */
  giveBack(from: string): void {
    const window = this.windows.get(from)
    if (window) window.count--
  }

  private sweep(now: number) {
    for (const [from, window] of this.windows) if (window.ends <= now) this.windows.delete(from)
  }
}
