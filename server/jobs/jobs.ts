import type { ExpressionBuilder, Selectable } from 'kysely'
import type { Query } from '../db/database'
import { isPostgres } from '../db/engine'
import type { JobTable, Tables } from '../db/tables'

export type Job = Selectable<JobTable>

interface NewJob {
  /** The same id is the same job: it is written once. */
  id: string
  kind: string
  payload: unknown
  runAt: number
}

/** So often a job is tried before it is set aside as dead. */
export const MOST_ATTEMPTS = 8

/** How long a worker may take before another one may try. */
export const LEASE_MS = 60_000

/** Writes a job, in the transaction of what it is about. */
export async function addJob(tx: Query, { id, kind, payload, runAt }: NewJob): Promise<void> {
  const fresh = { attempts: 0, lease_until: 0, dead: 0, last_error: null }
  await tx
    .insertInto('job')
    .values({ id, kind, payload: JSON.stringify(payload), run_at: runAt, ...fresh })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
}

/**
 * Nobody's: its lease is over, or reaches further than any lease that is given now, as after the clock was put back.
 * Servers' clocks may differ by as much as a lease.
 */
const isFree = (now: number) => (eb: ExpressionBuilder<Tables, 'job'>) =>
  eb.or([eb('lease_until', '<=', now), eb('lease_until', '>', now + 2 * LEASE_MS)])

/** Takes the job that is due longest, for as long as the lease; nobody else gets it meanwhile. */
export function claimJob(tx: Query, now: number): Promise<Job | undefined> {
  const due = tx
    .selectFrom('job')
    .select('id')
    .where('dead', '=', 0)
    .where('run_at', '<=', now)
    .where(isFree(now))
    .orderBy('run_at')
    .orderBy('id')
    .limit(1)
    // one that another worker is taking at this moment is passed over
    .$if(isPostgres(tx), (query) => query.forUpdate().skipLocked())
  return tx
    .updateTable('job')
    .set((eb) => ({ lease_until: now + LEASE_MS, attempts: eb('attempts', '+', 1) }))
    .where('id', '=', due)
    .where(isFree(now))
    .returningAll()
    .executeTakeFirst()
}

/** A job's end: gone, or due again at `again` when it recurs. Nothing happens when the lease was lost to another worker. */
export async function endJob(tx: Query, job: Pick<Job, 'id' | 'lease_until'>, again?: number): Promise<void> {
  if (again === undefined)
    await tx.deleteFrom('job').where('id', '=', job.id).where('lease_until', '=', job.lease_until).execute()
  else
    await tx
      .updateTable('job')
      .set({ run_at: again, attempts: 0, lease_until: 0, last_error: null })
      .where('id', '=', job.id)
      .where('lease_until', '=', job.lease_until)
      .execute()
}

/** Twice as long after every failure, from ten seconds to an hour. */
const pause = (attempts: number) => Math.min(10_000 * 2 ** (attempts - 1), 3_600_000)

/** A failed try: later again, or dead after too many. */
export async function failJob(tx: Query, job: Job, reason: string, now: number): Promise<void> {
  await tx
    .updateTable('job')
    .set({
      run_at: now + pause(job.attempts),
      lease_until: 0,
      dead: job.attempts >= MOST_ATTEMPTS ? 1 : 0,
      last_error: reason.slice(0, 200),
    })
    .where('id', '=', job.id)
    .where('lease_until', '=', job.lease_until)
    .execute()
}

/** Holds a job for another lease; false when it was lost to another worker. */
export async function prolongJob(tx: Query, job: Job, now: number): Promise<boolean> {
  const lease = now + LEASE_MS
  const { numUpdatedRows } = await tx
    .updateTable('job')
    .set({ lease_until: lease })
    .where('id', '=', job.id)
    .where('lease_until', '=', job.lease_until)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) job.lease_until = lease
  return numUpdatedRows > 0n
}

const DAY_MS = 86_400_000

/**
 * Recurring work that was set aside gets another chance when the server starts anew; so does what was put off for
 * longer than a day, which only a clock that went wrong can have done.
 */
export async function reviveJob(tx: Query, id: string, now: number): Promise<void> {
  await tx
    .updateTable('job')
    .set({ dead: 0, attempts: 0, lease_until: 0, run_at: now })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('dead', '=', 1), eb('run_at', '>', now + DAY_MS)]))
    .execute()
}
