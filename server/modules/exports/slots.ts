import { ApiError } from '../../api-error'

/** Limits how many tasks run at once and how many wait, in the order in which they came. */
export class Slots {
  private running = 0
  private readonly waiting: (() => void)[] = []

  constructor(
    private readonly maxRunning: number,
    private readonly maxWaiting: number,
  ) {}

  /** Runs a task as soon as there is a slot. @throws ApiError `unavailable` when too many tasks wait. */
  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.running < this.maxRunning) this.running++
    else await this.wait()
    try {
      return await task()
    } finally {
      const next = this.waiting.shift()
      // the slot passes on to the next task
      if (next) next()
      else this.running--
    }
  }

  private wait(): Promise<void> {
    if (this.waiting.length >= this.maxWaiting) throw new ApiError('unavailable', { retryAfter: 10 })
    return new Promise((resolve) => this.waiting.push(resolve))
  }
}
