import type { AppDependencies } from '../dependencies'
import { findLeasedJobs, LEASE_MS, releaseLease } from './jobs'

interface ObservedLease {
  lease: number
  /** When this value was first read, in ms of the monotonic clock. */
  since: number
}

/**
 * Releases leases that were not renewed for `LEASE_MS` of a monotonic clock. Setting the system clock forward therefore
 * takes no job from a live worker, and setting it back keeps no job leased.
 */
export class StaleLeases {
  private readonly observed = new Map<string, ObservedLease>()

  constructor(private readonly deps: Pick<AppDependencies, 'db' | 'clock' | 'elapsed'>) {}

  async releaseExpired(): Promise<void> {
    const { db, clock, elapsed } = this.deps
    const leased = await findLeasedJobs(db.query, clock())
    const ids = new Set(leased.map(({ id }) => id))
    for (const id of this.observed.keys()) if (!ids.has(id)) this.observed.delete(id)
    for (const job of leased) {
      const before = this.observed.get(job.id)
      if (before?.lease !== job.lease_until)
        this.observed.set(job.id, { lease: job.lease_until, since: elapsed() })
      else if (elapsed() - before.since >= LEASE_MS) await db.withTx((tx) => releaseLease(tx, job))
    }
  }
}
