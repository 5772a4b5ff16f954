import { ApiError } from '../../api-error'

interface QueuedTask {
  start(): void
  refuse(reason: unknown): void
}

interface QueueOptions {
  /** Tasks of one lane run in order; the lanes take turns. */
  lane: string
  /** Aborts the wait: the task is dropped and rejected with the signal's reason. A running task is not stopped. */
  signal?: AbortSignal
}

/** The lane of the server's own tasks, which are never rejected. */
const SERVER_LANE: QueueOptions = { lane: '' }

const BUSY = { retryAfter: 3 }

/**
 * Runs one task at a time. At most `maxWaiting` tasks wait; beyond that the longest lane loses its last task, so a crowded
 * lane cannot block others. A task that cannot wait is rejected as `unavailable`.
 */
export class Queue {
  private readonly lanes = new Map<string, QueuedTask[]>()
  private waiting = 0
  private lastLane?: string
  private isBusy = false

  constructor(private readonly maxWaiting: number) {}

  run<T>(task: () => Promise<T>, { lane, signal }: QueueOptions = SERVER_LANE): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      if (lane !== SERVER_LANE.lane && !this.hasRoom(lane)) return reject(new ApiError('unavailable', BUSY))
      const drop = () => {
        this.remove(lane, queued)
        reject(signal?.reason)
      }
      const queued: QueuedTask = {
        start: () => {
          signal?.removeEventListener('abort', drop)
          void this.work(task).then(resolve, reject)
        },
        refuse: (reason) => {
          signal?.removeEventListener('abort', drop)
          reject(reason)
        },
      }
      signal?.addEventListener('abort', drop, { once: true })
      this.waiting++
      this.lanes.set(lane, [...(this.lanes.get(lane) ?? []), queued])
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

  /** Starts the first task of the next lane and moves that lane to the end. A lane that has come since goes before the last one. */
  private next() {
    if (this.isBusy) return
    const names = [...this.lanes.keys()]
    const lane = names.find((name) => name !== this.lastLane) ?? names[0]
    const [queued] = (lane !== undefined && this.lanes.get(lane)) || []
    if (lane === undefined || !queued) return
    const rest = this.remove(lane, queued)
    if (rest.length > 0) {
      this.lanes.delete(lane)
      this.lanes.set(lane, rest)
    }
    this.lastLane = lane
    queued.start()
  }

  private hasRoom(lane: string): boolean {
    if (this.waiting < this.maxWaiting) return true
    const own = this.lanes.get(lane)?.length ?? 0
    const others = [...this.lanes].filter(([name]) => name !== SERVER_LANE.lane)
    const [longest, tasks = []] = others.sort(([, a], [, b]) => b.length - a.length)[0] ?? ['']
    const last = tasks.at(-1)
    if (!last || tasks.length <= own + 1) return false
    this.remove(longest, last)
    last.refuse(new ApiError('unavailable', BUSY))
    return true
  }

  private remove(lane: string, queued: QueuedTask): QueuedTask[] {
    const tasks = this.lanes.get(lane) ?? []
    const rest = tasks.filter((other) => other !== queued)
    this.waiting -= tasks.length - rest.length
    if (rest.length > 0) this.lanes.set(lane, rest)
    else this.lanes.delete(lane)
    return rest
  }
}
