import { sql } from 'kysely'
import type { Query } from '../db/database'
import { migrateWithin } from '../db/migrate'
import { openPostgres, plainly } from '../db/postgres/open'
import { SetupError } from '../settings'
import { copyRows, type Tell } from './copy-rows'
import type { Digest } from './digest'
import { isEmpty } from './is-empty'
import { levelOf } from './level'
import { plainFillFault } from './postgres-faults'
import type { TableShape } from './row'

export interface Filling {
  /** The address of the database to fill. */
  address: string
  /** An SQLite database of this program's level, inside a transaction, and its tables. */
  from: Query
  shapes: readonly TableShape[]
  tell: Tell
  /** What to say of a database that is not empty, or `keep` to put aside what it holds, after which that is deleted. */
  occupied: string | { keep(held: Query): Promise<void> }
  /** Called when all is there and only has to be committed. */
  last?: () => void
}

/** Throws when a database holds anything, before much is done that would be in vain. */
export async function refuseOccupied(address: string, why: string): Promise<void> {
  await plainly(address, async () => {
    const db = await openPostgres(address, { connections: 1 })
    try {
      const started = (await levelOf(db.query)).length > 0
      // every use begins with an account
      const used = started && (await db.query.selectFrom('account').select('id').limit(1).executeTakeFirst())
      if (used) throw new SetupError(`${db.about} is not empty. ${why}`)
    } finally {
      await db.close()
    }
  })
}

/** A server looks for work every five seconds, so one that was silent for longer is only a pooler's open connection. */
const others = sql<{ count: number }>`
  select count(*) as count from pg_stat_activity
  where datname = current_database() and application_name = 'kaizhang' and pid <> pg_backend_pid()
    and state_change > clock_timestamp() - interval '15 seconds'`

/**
 * Puts an SQLite database into PostgreSQL, tables too where there are none, all in one transaction that compares the
 * contents before it ends. Answers what is there now, and the name of the database.
 */
export async function fillPostgres(filling: Filling): Promise<{ digest: Digest; about: string }> {
  const { address } = filling
  return plainly(address, async () => {
    const db = await openPostgres(address, { connections: 1 })
    try {
      const digest = await db.query
        .transaction()
        .setIsolationLevel('read committed')
        .execute((tx) => fillWithin(tx, db.about, filling))
      return { digest, about: db.about }
    } catch (error) {
      throw plainFillFault(error, db.about)
    } finally {
      await db.close()
    }
  })
}

async function fillWithin(tx: Query, about: string, { from, shapes, tell, occupied, last }: Filling) {
  const [row] = (await others.execute(tx)).rows
  if (Number(row?.count) > 0)
    throw new SetupError(`A server works with ${about}. Stop it first, then try again.`)
  await migrateWithin(tx, about)
  const names = sql.join(shapes.map(({ name }) => sql.table(name)))
  // nobody may write while this does; who holds a table now keeps us waiting for a moment only
  await sql`set local lock_timeout = '5s'`.execute(tx)
  await sql`lock table ${names} in exclusive mode`.execute(tx)
  if (!(await isEmpty(tx, shapes))) {
    if (typeof occupied === 'string') throw new SetupError(`${about} is not empty. ${occupied}`)
    await occupied.keep(tx)
  }
  await sql`truncate ${names}`.execute(tx)
  const digest = await copyRows(from, tx, shapes, tell)
  last?.()
  return digest
}
