import type { Selectable } from 'kysely'
import type { Query } from '../db/database'
import { isPostgres } from '../db/engine'
import type { JobTable } from '../db/tables'

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

/** How long a worker may give no sign before another one may try. */
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
 * Takes the job that is due longest. It is held as long as `lease_until` stands there and moves on; 0 is nobody's. Whether
 * the holder is gone is seen by a clock that only goes on (`StaleLeases`), as this one may be put forward.
 */
export function claimJob(tx: Query, now: number): Promise<Job | undefined> {
  const due = tx
    .selectFrom('job')
    .select('id')
    .where('dead', '=', 0)
    .where('run_at', '<=', now)
    .where('lease_until', '=', 0)
    .orderBy('run_at')
    .orderBy('id')
    .limit(1)
    // one that another worker is taking at this moment is passed over
    .$if(isPostgres(tx), (query) => query.forUpdate().skipLocked())
  return tx
    .updateTable('job')
    .set((eb) => ({ lease_until: now + LEASE_MS, attempts: eb('attempts', '+', 1) }))
    .where('id', '=', due)
    .where('lease_until', '=', 0)
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
  const lease = Math.max(now + LEASE_MS, job.lease_until + 1)
  const { numUpdatedRows } = await tx
    .updateTable('job')
    .set({ lease_until: lease })
    .where('id', '=', job.id)
    .where('lease_until', '=', job.lease_until)
    .executeTakeFirst()
  if (numUpdatedRows > 0n) job.lease_until = lease
  return numUpdatedRows > 0n
}

/** The jobs that are due and held by somebody. */
export const heldJobs = (db: Query, now: number): Promise<Pick<Job, 'id' | 'lease_until'>[]> =>
  db
    .selectFrom('job')
    .select(['id', 'lease_until'])
    .where('dead', '=', 0)
    .where('run_at', '<=', now)
    .where('lease_until', '>', 0)
    .execute()

/** Lets go of a job for its holder, unless the holder gave a sign meanwhile. */
export async function letGo(tx: Query, job: Pick<Job, 'id' | 'lease_until'>): Promise<void> {
  await tx
    .updateTable('job')
    .set({ lease_until: 0 })
    .where('id', '=', job.id)
    .where('lease_until', '=', job.lease_until)
    .execute()
}

/** The clocks of servers may differ by so much. */
const SKEW_MS = 120_000

/**
 * A job that is put off for longer than its kind ever is (`waits`, ms) was put off by a clock that has been put back since:
 * it waits that long from now.
 */
export async function settleJobs(
  db: Query,
  waits: (kind: string) => number | undefined,
  now: number,
): Promise<void> {
  const far = await db
    .selectFrom('job')
    .selectAll()
    .where('dead', '=', 0)
    .where('run_at', '>', now + pause(1) + SKEW_MS)
    .execute()
  for (const job of far) {
    const most = job.attempts > 0 ? pause(job.attempts) : waits(job.kind)
    if (most === undefined || job.run_at <= now + most + SKEW_MS) continue
    await db
      .updateTable('job')
      .set({ run_at: now + most })
      .where('id', '=', job.id)
      .where('run_at', '=', job.run_at)
      .execute()
  }
}

/** Recurring work that was set aside gets another chance when the server starts anew. */
export async function reviveJob(tx: Query, id: string, now: number): Promise<void> {
  await tx
    .updateTable('job')
    .set({ dead: 0, attempts: 0, lease_until: 0, run_at: now })
    .where('id', '=', id)
    .where('dead', '=', 1)
    .execute()
}
