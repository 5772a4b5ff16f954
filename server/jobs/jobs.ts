import type { Selectable } from 'kysely'
import type { Query } from '../db/database'
import { isPostgres } from '../db/engine'
import type { JobTable } from '../db/job-table'
import { prepareQuery } from '../db/prepare-query'

export type Job = Selectable<JobTable>

interface NewJob {
  /** Idempotency key: a job with a known id is not written again. */
  id: string
  kind: string
  payload: unknown
  runAt: number
}

/** Attempts before a job is marked as dead. */
export const MAX_ATTEMPTS = 8

/** A lease that is not renewed for this time is stale, and another worker may claim the job. */
export const LEASE_MS = 60_000

export const toJobRow = ({ id, kind, payload, runAt }: NewJob): Job => ({
  id,
  kind,
  payload: JSON.stringify(payload),
  run_at: runAt,
  attempts: 0,
  lease_until: 0,
  dead: 0,
  last_error: null,
})

export const addJob = (tx: Query, job: NewJob): Promise<void> => addJobRow(tx, toJobRow(job))

const insertJob = prepareQuery((db, row: Job) =>
  db
    .insertInto('job')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing()),
)

export async function addJobRow(tx: Query, row: Job): Promise<void> {
  await insertJob(tx, row)
}

/**
 * Claims the job that has been due longest. `lease_until` above 0 marks it as leased. `StaleLeases` detects dead workers by
 * a monotonic clock, as the system clock may be set forward.
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
    // skip a job that another worker is claiming at this moment
    .$if(isPostgres(tx), (query) => query.forUpdate().skipLocked())
  return tx
    .updateTable('job')
    .set((eb) => ({ lease_until: now + LEASE_MS, attempts: eb('attempts', '+', 1) }))
    .where('id', '=', due)
    .where('lease_until', '=', 0)
    .returningAll()
    .executeTakeFirst()
}

/** Deletes a completed job, or schedules it again at `again`. Does nothing when another worker has taken over the lease. */
export async function finishJob(tx: Query, job: Pick<Job, 'id' | 'lease_until'>, again?: number) {
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

/** Exponential backoff in ms, from ten seconds to one hour. */
const backoff = (attempts: number) => Math.min(10_000 * 2 ** (attempts - 1), 3_600_000)

/** Schedules a failed job for a retry, or marks it as dead after `MAX_ATTEMPTS`. */
export async function failJob(tx: Query, job: Job, reason: string, now: number): Promise<void> {
  await tx
    .updateTable('job')
    .set({
      run_at: now + backoff(job.attempts),
      lease_until: 0,
      dead: job.attempts >= MAX_ATTEMPTS ? 1 : 0,
      last_error: reason.slice(0, 200),
    })
    .where('id', '=', job.id)
    .where('lease_until', '=', job.lease_until)
    .execute()
}

/** Renews a job's lease; returns false when another worker has taken it over. */
export async function renewLease(tx: Query, job: Job, now: number): Promise<boolean> {
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

/** Returns the jobs that are due and leased by a worker. */
export const findLeasedJobs = (db: Query, now: number): Promise<Pick<Job, 'id' | 'lease_until'>[]> =>
  db
    .selectFrom('job')
    .select(['id', 'lease_until'])
    .where('dead', '=', 0)
    .where('run_at', '<=', now)
    .where('lease_until', '>', 0)
    .execute()

/** Releases the lease of another worker, unless that worker renewed it meanwhile. */
export async function releaseLease(tx: Query, job: Pick<Job, 'id' | 'lease_until'>): Promise<void> {
  await tx
    .updateTable('job')
    .set({ lease_until: 0 })
    .where('id', '=', job.id)
    .where('lease_until', '=', job.lease_until)
    .execute()
}

/** Tolerated difference between the clocks of servers, in ms. */
const SKEW_MS = 120_000

/**
 * Limits how far in the future jobs are scheduled. A job beyond the longest delay of its kind (`maxDelay`, ms) was scheduled
 * before the clock was set back; it now runs after that delay.
 */
export async function clampRunTimes(db: Query, maxDelay: (kind: string) => number | undefined, now: number) {
  const distant = await db
    .selectFrom('job')
    .selectAll()
    .where('dead', '=', 0)
    .where('run_at', '>', now + backoff(1) + SKEW_MS)
    .execute()
  for (const job of distant) {
    const most = job.attempts > 0 ? backoff(job.attempts) : maxDelay(job.kind)
    if (most === undefined || job.run_at <= now + most + SKEW_MS) continue
    await db
      .updateTable('job')
      .set({ run_at: now + most })
      .where('id', '=', job.id)
      .where('run_at', '=', job.run_at)
      .execute()
  }
}

/** Schedules a dead job again, as recurring jobs are at every start of the server. */
export async function requeueDeadJob(tx: Query, id: string, now: number): Promise<void> {
  await tx
    .updateTable('job')
    .set({ dead: 0, attempts: 0, lease_until: 0, run_at: now })
    .where('id', '=', id)
    .where('dead', '=', 1)
    .execute()
}
