import { ApiError } from '../../api-error'

interface Place {
  start(): void
  refuse(reason: unknown): void
}

interface Waiting {
  /** Tasks of one lane run in order; the lanes take turns. */
  lane: string
  /** Ends the wait: the task is dropped and rejected with the signal's reason. A running task is not stopped. */
  ends?: AbortSignal
}

/** The lane of the server's own tasks, which are never refused. */
const SERVER: Waiting = { lane: '' }

const BUSY = { retryAfter: 3 }

/**
 * Runs one task at a time. At most `most` tasks wait: beyond that the longest lane loses its last one, so a crowded lane
 * never keeps another one out. A task without a place is refused as `unavailable`.
 */
export class Queue {
  private readonly lanes = new Map<string, Place[]>()
  private waiting = 0
  private isBusy = false

  constructor(private readonly most: number) {}

  run<T>(task: () => Promise<T>, { lane, ends }: Waiting = SERVER): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (ends?.aborted) return reject(ends.reason)
      if (lane !== SERVER.lane && !this.makeRoom(lane)) return reject(new ApiError('unavailable', BUSY))
      const drop = () => {
        this.remove(lane, place)
        reject(ends?.reason)
      }
      const place: Place = {
        start: () => {
          ends?.removeEventListener('abort', drop)
          void this.work(task).then(resolve, reject)
        },
        refuse: (reason) => {
          ends?.removeEventListener('abort', drop)
          reject(reason)
        },
      }
      ends?.addEventListener('abort', drop, { once: true })
      this.waiting++
      this.lanes.set(lane, [...(this.lanes.get(lane) ?? []), place])
      this.next()
    })
  }

  private async work<T>(task: () => Promise<T>): Promise<T> {
    this.isBusy = true
    try {
      return await task()
    } finally {
      this.isBusy = false
      this.next()
    }
  }

  /** Starts the first task of the lane whose turn it is. That lane comes last then. */
  private next() {
    if (this.isBusy) return
    for (const [lane, [place]] of this.lanes) {
      if (!place) continue
      const rest = this.remove(lane, place)
      if (rest.length > 0) {
        this.lanes.delete(lane)
        this.lanes.set(lane, rest)
      }
      return place.start()
    }
  }

  /** True when one more task may wait in the lane. */
  private makeRoom(lane: string): boolean {
    if (this.waiting < this.most) return true
    const own = this.lanes.get(lane)?.length ?? 0
    const others = [...this.lanes].filter(([name]) => name !== SERVER.lane)
    const [longest, places = []] = others.sort(([, a], [, b]) => b.length - a.length)[0] ?? ['']
    const last = places.at(-1)
    if (!last || places.length <= own + 1) return false
    this.remove(longest, last)
    last.refuse(new ApiError('unavailable', BUSY))
    return true
  }

  private remove(lane: string, place: Place): Place[] {
    const places = this.lanes.get(lane) ?? []
    const rest = places.filter((other) => other !== place)
    this.waiting -= places.length - rest.length
    if (rest.length > 0) this.lanes.set(lane, rest)
    else this.lanes.delete(lane)
    return rest
  }
}
