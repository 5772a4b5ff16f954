import type { AppDependencies } from '../dependencies'
import { heldJobs, LEASE_MS, letGo } from './jobs'

interface Seen {
  lease: number
  since: number
}

/**
 * Lets go of jobs whose holders are gone: those whose lease stood still for as long as a lease, by a clock that only goes on.
 * So a clock that is put forward takes a job from nobody, and one that is put back keeps none.
 */
export class StaleLeases {
  private readonly seen = new Map<string, Seen>()

  constructor(private readonly deps: Pick<AppDependencies, 'db' | 'clock' | 'elapsed'>) {}

  async look(): Promise<void> {
    const { db, clock, elapsed } = this.deps
    const held = await heldJobs(db.query, clock())
    const ids = new Set(held.map(({ id }) => id))
    for (const id of this.seen.keys()) if (!ids.has(id)) this.seen.delete(id)
    for (const job of held) {
      const before = this.seen.get(job.id)
      if (before?.lease !== job.lease_until)
        this.seen.set(job.id, { lease: job.lease_until, since: elapsed() })
      else if (elapsed() - before.since >= LEASE_MS) await db.withTx((tx) => letGo(tx, job), 'guarded')
    }
  }
}
