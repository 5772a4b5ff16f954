import { sql } from 'kysely'
import type { Database } from './db/database'
import { DatabaseUnavailableError } from './db/database-errors'
import { isPostgres } from './db/engine'

/** Time in ms in which the database has to answer, so that `/api/health` answers within three seconds. */
const TIMEOUT_MS = 2500

/** Fails when the database cannot be read, or written, or does not answer in time. */
export async function probeDatabase(db: Database): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<never>((_, reject) => {
    const error = new DatabaseUnavailableError('the database does not answer')
    timer = setTimeout(() => reject(error), TIMEOUT_MS)
  })
  const check = isPostgres(db.query) ? checkPrimary(db) : checkLock(db)
  try {
    await Promise.race([check, timeout])
  } finally {
    clearTimeout(timer)
    // it fails later than the answer
    check.catch(() => undefined)
  }
}

/** A server that became a replica can still be read. */
async function checkPrimary({ query }: Database): Promise<void> {
  const state = sql<{ mode: string }>`select current_setting('transaction_read_only') as mode`
  const { rows } = await state.execute(query)
  if (rows[0]?.mode !== 'off') throw new DatabaseUnavailableError('the database is read-only')
}

/** An empty transaction takes the lock for writing, which another program may hold. */
const checkLock = (db: Database): Promise<unknown> => db.withTx(async (tx) => sql`select 1`.execute(tx))
