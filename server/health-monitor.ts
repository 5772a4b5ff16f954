import { codeOf } from './error-code'
import type { Incident } from './incident'

interface TroubleLog {
  error(facts: object, text: string): void
  warn(facts: object, text: string): void
}

interface Watched {
  log: TroubleLog
  /** Writes a little where the server writes; throws what is still wrong. */
  probe(): Promise<void>
  incidentOf(error: unknown): Incident | undefined
  /** How often it is looked whether the trouble is over, in ms. */
  every?: number
  /** A trouble that goes on is told again after so long, in ms. */
  tellEvery?: number
}

interface Going {
  trouble: Incident
  since: number
  failed: number
}

/**
 * What is wrong with the database or the disk at present. It begins with the first request that fails of it and ends
 * when a probe can write again; meanwhile `/api/health` tells it, and the log has one line a minute and not one a request.
 */
export class HealthMonitor {
  private going: Going | undefined
  private told = Number.NEGATIVE_INFINITY
  private timer: NodeJS.Timeout | undefined
  private closed = false

  constructor(private readonly watched: Watched) {}

  get now(): Incident | undefined {
    return this.going?.trouble
  }

  /** Something failed of it; answers false for an error that is no trouble of this kind. */
  note(error: unknown): boolean {
    const trouble = this.watched.incidentOf(error)
    if (!trouble) return false
    if (this.going?.trouble === trouble) this.going.failed++
    else this.going = { trouble, since: performance.now(), failed: 1 }
    this.tell(error)
    if (!this.timer && !this.closed) this.lookLater()
    return true
  }

  close(): void {
    this.closed = true
    clearTimeout(this.timer)
  }

  private tell(error: unknown) {
    const { going } = this
    const { tellEvery = 60_000, log } = this.watched
    if (!going || performance.now() - this.told < tellEvery) return
    this.told = performance.now()
    log.error(
      { trouble: going.trouble, cause: codeOf(error) || 'no code', failed: going.failed },
      SAID[going.trouble],
    )
  }

  private lookLater() {
    this.timer = setTimeout(() => void this.look(), this.watched.every ?? 2000).unref()
  }

  private async look() {
    try {
      await this.watched.probe()
      this.end()
    } catch (error) {
      if (!this.note(error)) this.end()
    }
    this.timer = undefined
    if (this.going && !this.closed) this.lookLater()
  }

  private end() {
    const { going } = this
    if (!going) return
    const seconds = Math.round((performance.now() - going.since) / 1000)
    this.watched.log.warn({ trouble: going.trouble, seconds, failed: going.failed }, 'writing works again')
    this.going = undefined
  }
}

const SAID: Record<Incident, string> = {
  'storage-full': 'no room left to write: nothing is taken until there is; free some space',
  unavailable: 'the database or the data folder does not answer or cannot be written',
}
