/**
 * Runs a function periodically between `start` and `stop`, one run at a time. A poll during a run causes one more run.
 */
export class Poller {
  private timer: NodeJS.Timeout | undefined
  private running: Promise<void> | undefined
  private again = false

  constructor(
    private readonly run: () => Promise<void>,
    private readonly everyMs: number,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Starts polling; does nothing when already started. */
  start(): void {
    this.timer ??= setInterval(() => this.poll(), this.everyMs).unref()
  }

  async stop(): Promise<void> {
    clearInterval(this.timer)
    this.timer = undefined
    this.again = false
    await this.running
  }

  /** Runs now, or after the current run. */
  poll(): void {
    if (this.running) {
      this.again = true
      return
    }
    this.running = this.run()
      .catch(this.onError)
      .finally(() => {
        this.running = undefined
        if (!this.again) return
        this.again = false
        this.poll()
      })
  }
}
