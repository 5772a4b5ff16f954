import { type Kysely, sql } from 'kysely'
import { SetupError } from '../setup-error'
import { CollateCPlugin } from './collate-c'
import type { Database, Query } from './database'
import { isPostgres } from './engine'
import { migrations } from './migrations'

interface MigrationTables {
  kysely_migration: { name: string; timestamp: string }
}

/** Lets only one server migrate at a time; the number is Kaizhang's own lock id. */
const lock = sql`select pg_advisory_xact_lock(4180418041804180)`

/**
 * Migrates the schema in one transaction. Servers that start at the same time wait for each other by a transaction lock, which
 * also works behind a pooler. @throws SetupError for a database of a newer version.
 */
export async function migrate(db: Database): Promise<void> {
  await db.withTx((tx) => migrateWithin(tx, db.description), 'guarded')
}

/** Migrates within an existing transaction; `only` limits the migrations, to recreate the schema of an older version. */
export async function migrateWithin(
  tx: Query,
  description: string,
  only: readonly string[] = Object.keys(migrations),
): Promise<void> {
  if (isPostgres(tx)) await lock.execute(tx)
  const schema = (isPostgres(tx)
    ? tx.withPlugin(new CollateCPlugin())
    : tx) as unknown as Kysely<MigrationTables>
  const applied = await readApplied(schema)
  const unknown = applied.find((name) => !(name in migrations))
  if (unknown !== undefined)
    throw new SetupError(
      `The database (${description}) was changed by a newer Kaizhang (${unknown}). Run that one.`,
    )
  for (const [name, { up }] of Object.entries(migrations)) {
    if (applied.includes(name) || !only.includes(name)) continue
    await up(schema)
    await schema
      .insertInto('kysely_migration')
      .values({ name, timestamp: new Date().toISOString() })
      .execute()
  }
}

async function readApplied(schema: Kysely<MigrationTables>): Promise<string[]> {
  await schema.schema
    .createTable('kysely_migration')
    .ifNotExists()
    .addColumn('name', 'varchar(255)', (column) => column.notNull().primaryKey())
    .addColumn('timestamp', 'varchar(255)', (column) => column.notNull())
    .execute()
  const rows = await schema.selectFrom('kysely_migration').select('name').execute()
  return rows.map((row) => row.name)
}
