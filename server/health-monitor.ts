import { getErrorCode } from './error-code'
import type { Incident } from './incident'

interface HealthMonitorOptions {
  log: { error(facts: object, text: string): void; warn(facts: object, text: string): void }
  /** Writes test data to the database and the data folder; throws while that fails. */
  probe(): Promise<void>
  classifyIncident(error: unknown): Incident | undefined
  /** Interval of the probes during an incident, in ms. */
  probeEvery?: number
  /** Minimum time between two log lines about the same incident, in ms. */
  logEvery?: number
}

interface OpenIncident {
  kind: Incident
  since: number
  failed: number
}

/**
 * Tracks an incident of the database or the disk, from the first request that fails to the first probe that can write again.
 * Meanwhile `/api/health` returns the incident, and the log gets one line a minute instead of one per request.
 */
export class HealthMonitor {
  private open: OpenIncident | undefined
  private loggedAt = Number.NEGATIVE_INFINITY
  private timer: NodeJS.Timeout | undefined
  private closed = false

  constructor(private readonly options: HealthMonitorOptions) {}

  get current(): Incident | undefined {
    return this.open?.kind
  }

  /** Records an error; returns false when the database or the disk is not its cause. */
  report(error: unknown): boolean {
    const kind = this.options.classifyIncident(error)
    if (!kind) return false
    if (this.open?.kind === kind) this.open.failed++
    else this.open = { kind, since: performance.now(), failed: 1 }
    this.log(error)
    if (!this.timer && !this.closed) this.scheduleProbe()
    return true
  }

  close(): void {
    this.closed = true
    clearTimeout(this.timer)
  }

  private log(error: unknown) {
    const { open } = this
    const { logEvery = 60_000, log } = this.options
    if (!open || performance.now() - this.loggedAt < logEvery) return
    this.loggedAt = performance.now()
    log.error(
      { incident: open.kind, cause: getErrorCode(error) || 'no code', failed: open.failed },
      MESSAGES[open.kind],
    )
  }

  private scheduleProbe() {
    this.timer = setTimeout(() => void this.probe(), this.options.probeEvery ?? 2000).unref()
  }

  private async probe() {
    try {
      await this.options.probe()
      this.end()
    } catch (error) {
      if (!this.report(error)) this.end()
    }
    this.timer = undefined
    if (this.open && !this.closed) this.scheduleProbe()
  }

  private end() {
    const { open } = this
    if (!open) return
    const seconds = Math.round((performance.now() - open.since) / 1000)
    this.options.log.warn({ incident: open.kind, seconds, failed: open.failed }, 'writing works again')
    this.open = undefined
  }
}

const MESSAGES: Record<Incident, string> = {
  'storage-full': 'no room left to write: nothing is taken until there is; free some space',
  unavailable: 'the database or the data folder does not answer or cannot be written',
}
