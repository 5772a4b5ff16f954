import { sql } from 'kysely'
import type { Query } from '../../db/database'
import { migrateWithin } from '../../db/migrate'
import { readMigrationLevel } from '../../db/migration-level'
import { openPostgres, withSetupErrors } from '../../db/postgres/open'
import { SetupError } from '../../setup-error'
import { toFillError } from '../postgres-errors'
import { copyRows, type Report } from './copy-rows'
import { databaseTarget } from './copy-target'
import type { Digest } from './digest'
import { isDatabaseEmpty } from './is-database-empty'
import type { TableShape } from './row'

export interface FillOptions {
  address: string
  /** An SQLite database at this program's migration level, inside a transaction, and its tables. */
  from: Query
  shapes: readonly TableShape[]
  report: Report
  /** Message for a database that is not empty, or `saveExisting` to save its content before it is deleted. */
  ifOccupied: string | { saveExisting(existing: Query): Promise<void> }
  beforeCommit?: () => void
}

/** Throws early when a database is not empty. */
export async function requireEmptyDatabase(address: string, why: string): Promise<void> {
  await withSetupErrors(address, async () => {
    const db = await openPostgres(address, { connections: 1 })
    try {
      const started = (await readMigrationLevel(db.query)).length > 0
      // every use of a database begins with an account
      const used = started && (await db.query.selectFrom('account').select('id').limit(1).executeTakeFirst())
      if (used) throw new SetupError(`${db.description} is not empty. ${why}`)
    } finally {
      await db.close()
    }
  })
}

/** Servers poll for jobs every five seconds, so a connection that was idle for longer belongs to a pooler. */
const activeServers = sql<{ count: number }>`
  select count(*) as count from pg_stat_activity
  where datname = current_database() and application_name = 'kaizhang' and pid <> pg_backend_pid()
    and state_change > clock_timestamp() - interval '15 seconds'`

/**
 * Copies an SQLite database into PostgreSQL in one transaction, creates missing tables and compares the contents before the
 * commit.
 * @returns the digest and the name of the database.
 */
export async function fillPostgres(filling: FillOptions): Promise<{ digest: Digest; about: string }> {
  const { address } = filling
  return withSetupErrors(address, async () => {
    const db = await openPostgres(address, { connections: 1 })
    try {
      const digest = await db.query
        .transaction()
        .setIsolationLevel('read committed')
        .execute((tx) => fillWithin(tx, db.description, filling))
      return { digest, about: db.description }
    } catch (error) {
      throw toFillError(error, db.description)
    } finally {
      await db.close()
    }
  })
}

async function fillWithin(
  tx: Query,
  about: string,
  { from, shapes, report, ifOccupied, beforeCommit }: FillOptions,
) {
  const [row] = (await activeServers.execute(tx)).rows
  if (Number(row?.count) > 0)
    throw new SetupError(`A server works with ${about}. Stop it first, then try again.`)
  await migrateWithin(tx, about)
  const names = sql.join(shapes.map(({ name }) => sql.table(name)))
  // blocks writers meanwhile; fails after a moment when another session holds a table
  await sql`set local lock_timeout = '5s'`.execute(tx)
  await sql`lock table ${names} in exclusive mode`.execute(tx)
  if (!(await isDatabaseEmpty(tx, shapes))) {
    if (typeof ifOccupied === 'string') throw new SetupError(`${about} is not empty. ${ifOccupied}`)
    await ifOccupied.saveExisting(tx)
  }
  await sql`truncate ${names}`.execute(tx)
  const digest = await copyRows(from, databaseTarget(tx), shapes, report)
  beforeCommit?.()
  return digest
}
