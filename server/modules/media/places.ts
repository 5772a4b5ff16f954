/** Lets each caller do so many things at once; others of the same caller wait in line. */
export class Places {
  private readonly inUse = new Map<string, number>()
  private readonly lines = new Map<string, (() => void)[]>()

  constructor(private readonly most: number) {}

  /** Runs `work` once the caller has a place. A wait that `ends` is rejected with the signal's reason. */
  async within<T>(caller: string, ends: AbortSignal, work: () => Promise<T>): Promise<T> {
    await this.enter(caller, ends)
    try {
      return await work()
    } finally {
      this.leave(caller)
    }
  }

  private enter(caller: string, ends: AbortSignal): Promise<void> | undefined {
    const used = this.inUse.get(caller) ?? 0
    if (used < this.most) return void this.inUse.set(caller, used + 1)
    return new Promise((resolve, reject) => {
      const drop = () => {
        this.setLine(
          caller,
          this.lineOf(caller).filter((other) => other !== enter),
        )
        reject(ends.reason)
      }
      const enter = () => {
        ends.removeEventListener('abort', drop)
        resolve()
      }
      if (ends.aborted) return reject(ends.reason)
      ends.addEventListener('abort', drop, { once: true })
      this.setLine(caller, [...this.lineOf(caller), enter])
    })
  }

  /** Hands the place to the next in line. */
  private leave(caller: string) {
    const [next, ...rest] = this.lineOf(caller)
    this.setLine(caller, rest)
    if (next) return next()
    const used = (this.inUse.get(caller) ?? 1) - 1
    if (used > 0) this.inUse.set(caller, used)
    else this.inUse.delete(caller)
  }

  private lineOf(caller: string): (() => void)[] {
    return this.lines.get(caller) ?? []
  }

  private setLine(caller: string, line: (() => void)[]) {
    if (line.length > 0) this.lines.set(caller, line)
    else this.lines.delete(caller)
  }
}
