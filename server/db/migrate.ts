import { type Kysely, sql } from 'kysely'
import { SetupError } from '../settings'
import { Bytewise } from './bytewise'
import type { Database, Query } from './database'
import { isPostgres } from './engine'
import { migrations } from './migrations'

interface Done {
  kysely_migration: { name: string; timestamp: string }
}

/** Only one server at a time migrates; the number is ours alone. */
const lock = sql`select pg_advisory_xact_lock(4180418041804180)`

/**
 * Brings the tables up to date, all in one transaction. Servers that start at once wait for each other; the lock ends
 * with the transaction, so that it also holds behind a pooler. A database of a newer server is left alone.
 */
export async function migrate(db: Database): Promise<void> {
  await db.withTx((tx) => migrateWithin(tx, db.about), 'guarded')
}

/** The same in a transaction that is there already; `only` so far, for tables as an older server left them. */
export async function migrateWithin(
  tx: Query,
  about: string,
  only: readonly string[] = Object.keys(migrations),
): Promise<void> {
  if (isPostgres(tx)) await lock.execute(tx)
  const schema = (isPostgres(tx) ? tx.withPlugin(new Bytewise()) : tx) as unknown as Kysely<Done>
  const done = await doneIn(schema)
  const unknown = done.find((name) => !(name in migrations))
  if (unknown !== undefined)
    throw new SetupError(
      `The database (${about}) was changed by a newer Kaizhang (${unknown}). Run that one.`,
    )
  for (const [name, { up }] of Object.entries(migrations)) {
    if (done.includes(name) || !only.includes(name)) continue
    await up(schema)
    await schema
      .insertInto('kysely_migration')
      .values({ name, timestamp: new Date().toISOString() })
      .execute()
  }
}

async function doneIn(schema: Kysely<Done>): Promise<string[]> {
  await schema.schema
    .createTable('kysely_migration')
    .ifNotExists()
    .addColumn('name', 'varchar(255)', (column) => column.notNull().primaryKey())
    .addColumn('timestamp', 'varchar(255)', (column) => column.notNull())
    .execute()
  const rows = await schema.selectFrom('kysely_migration').select('name').execute()
  return rows.map((row) => row.name)
}
