import { Refused } from '../../refused'

/** One task at a time, in turn. Beyond `most` waiting tasks it refuses with `unavailable`: try again shortly. */
export class Queue {
  private waiting = 0
  private last: Promise<unknown> = Promise.resolve()

  constructor(private readonly most: number) {}

  run<T>(task: () => Promise<T>): Promise<T> {
    if (this.waiting >= this.most) return Promise.reject(new Refused('unavailable', { retryAfter: 3 }))
    this.waiting++
    const result = this.last.then(task).finally(() => {
      this.waiting--
    })
    this.last = result.catch(() => undefined)
    return result
  }
}
