import type { Query } from '../../db/database'
import { MINUTE_MS } from '../../jobs/intervals'

const MAX_LISTED = 100
const LATE_MS = 10 * MINUTE_MS

const countLate = async (db: Query, now: number): Promise<number> => {
  const row = await db
    .selectFrom('job')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('dead', '=', 0)
    .where('run_at', '<', now - LATE_MS)
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** Reads the jobs that have failed too often, the newest first, and how many others are late. */
export async function readJobs(db: Query, now: number) {
  const rows = await db
    .selectFrom('job')
    .select(['id', 'kind', 'run_at', 'attempts', 'last_error'])
    .where('dead', '=', 1)
    .orderBy('run_at', 'desc')
    .orderBy('id')
    .limit(MAX_LISTED)
    .execute()
  return { late: await countLate(db, now), failed: rows }
}

/** Makes a job that has failed too often due at once. @returns false when there is none */
export async function runAgain(tx: Query, id: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('job')
    .set({ dead: 0, attempts: 0, run_at: now, lease_until: 0 })
    .where('id', '=', id)
    .where('dead', '=', 1)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
