/** Faults injected into the following notices. */
export interface NoticeFaults {
  /** Added to the time of the first attempt, in ms. */
  delayMs: number
  /** The number of times that each notice is sent, even after an answer. */
  copies: number
  /** True sends due notices in reverse order. */
  reversed: boolean
  /** True loses all notices. */
  lost: boolean
  /** True sends a forged notice before each true one. */
  forged: boolean
}

export const NO_FAULTS: NoticeFaults = { delayMs: 0, copies: 1, reversed: false, lost: false, forged: false }

export interface Notice {
  url: string
  /** Names it in `deliveries`. */
  eventType: string
}

/** The answer to one attempt. */
export interface Delivery {
  eventType: string
  /** The HTTP status; 0 when nothing answered in time. */
  status: number
}

export interface NoticeSender<T extends Notice> {
  now(): number
  /** The waits between attempts, in ms. */
  waits: readonly number[]
  send(notice: T, isForged: boolean): Promise<{ status: number; isAccepted: boolean }>
}

/** Notices that wait to be sent, on a simulator's clock, until their receiver accepts them. */
export class NoticeQueue<T extends Notice> {
  faults: NoticeFaults = NO_FAULTS
  readonly deliveries: Delivery[] = []
  private waiting: { notice: T; dueAt: number; attempts: number; remainingCopies: number }[] = []

  constructor(private readonly sender: NoticeSender<T>) {}

  add(notice: T): void {
    const { lost, delayMs, copies } = this.faults
    if (lost) return
    this.waiting.push({ notice, attempts: 0, remainingCopies: copies, dueAt: this.sender.now() + delayMs })
  }

  get waitingCount(): number {
    return this.waiting.length
  }

  /** Sends the notices that are due, one after another, and schedules those that were not accepted. */
  async sendDue(): Promise<void> {
    const due = this.waiting.filter(({ dueAt }) => dueAt <= this.sender.now())
    this.waiting = this.waiting.filter((one) => !due.includes(one))
    for (const one of this.faults.reversed ? [...due].reverse() : due) await this.attempt(one)
  }

  private async attempt(one: (typeof this.waiting)[number]): Promise<void> {
    const { notice } = one
    if (this.faults.forged) {
      const { status } = await this.sender.send(notice, true)
      this.deliveries.push({ eventType: 'FORGED', status })
    }
    const { status, isAccepted } = await this.sender.send(notice, false)
    this.deliveries.push({ eventType: notice.eventType, status })
    if (isAccepted) one.remainingCopies--
    else one.attempts++
    const wait = isAccepted ? 0 : this.sender.waits[one.attempts - 1]
    if ((isAccepted && one.remainingCopies === 0) || wait === undefined) return
    this.waiting.push({ ...one, dueAt: this.sender.now() + wait })
  }
}
