/** Limits how many tasks of one caller run at the same time. Further tasks of the caller wait in order. */
export class ConcurrencyLimiter {
  private readonly running = new Map<string, number>()
  private readonly lines = new Map<string, (() => void)[]>()

  constructor(private readonly limit: number) {}

  /** Runs `work` once the caller is below its limit. An aborted wait is rejected with the signal's reason. */
  async run<T>(caller: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    await this.enter(caller, signal)
    try {
      return await work()
    } finally {
      this.leave(caller)
    }
  }

  private enter(caller: string, signal: AbortSignal): Promise<void> | undefined {
    const used = this.running.get(caller) ?? 0
    if (used < this.limit) return void this.running.set(caller, used + 1)
    return new Promise((resolve, reject) => {
      const drop = () => {
        this.setLine(
          caller,
          this.lineOf(caller).filter((other) => other !== enter),
        )
        reject(signal.reason)
      }
      const enter = () => {
        signal.removeEventListener('abort', drop)
        resolve()
      }
      if (signal.aborted) return reject(signal.reason)
      signal.addEventListener('abort', drop, { once: true })
      this.setLine(caller, [...this.lineOf(caller), enter])
    })
  }

  /** Lets the caller's next waiting task run. */
  private leave(caller: string) {
    const [next, ...rest] = this.lineOf(caller)
    this.setLine(caller, rest)
    if (next) return next()
    const used = (this.running.get(caller) ?? 1) - 1
    if (used > 0) this.running.set(caller, used)
    else this.running.delete(caller)
  }

  private lineOf(caller: string): (() => void)[] {
    return this.lines.get(caller) ?? []
  }

  private setLine(caller: string, line: (() => void)[]) {
    if (line.length > 0) this.lines.set(caller, line)
    else this.lines.delete(caller)
  }
}
