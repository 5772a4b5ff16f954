import { setTimeout as sleep } from 'node:timers/promises'
import {
  type ColumnDefinitionNode,
  DataTypeNode,
  type Kysely,
  type KyselyPlugin,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  RawNode,
  sql,
} from 'kysely'
import { getErrorCode } from '../error-code'
import { SetupError } from '../setup-error'
import type { Database, Query } from './database'
import { isPostgres } from './engine'
import { readMigrationLevel } from './migration-level'
import { type MigrationWatch, NO_WATCH } from './migration-progress'
import { migrations } from './migrations'

class ColumnTransformer extends OperationNodeTransformer {
  protected override transformColumnDefinition(node: ColumnDefinitionNode): ColumnDefinitionNode {
    const { dataType } = node
    if (!DataTypeNode.is(dataType) || dataType.dataType !== 'text') return node
    return { ...node, dataType: RawNode.createWithSql('text collate "C"') }
  }
}

/**
 * Gives text columns the collation "C", so that PostgreSQL compares text by bytes as SQLite does. Pagination by id relies on
 * that order, which differs under the locale of a database.
 */
class CollateCPlugin implements KyselyPlugin {
  private readonly columns = new ColumnTransformer()

  transformQuery({ node, queryId }: PluginTransformQueryArgs) {
    return this.columns.transformNode(node, queryId)
  }

  async transformResult({ result }: PluginTransformResultArgs) {
    return result
  }
}

interface MigrationTables {
  kysely_migration: { name: string; timestamp: string }
}

/** Lets only one server migrate at a time; the number is Kaizhang's own lock id. */
const lock = sql`select pg_advisory_xact_lock(4180418041804180)`

/** Settings of roles and databases that would end a long migration, or the wait for one. */
const LIMITS = ['statement_timeout', 'idle_in_transaction_session_timeout', 'lock_timeout']

/** Interval in ms at which a server looks whether another one has migrated an SQLite file. */
const WAIT_MS = 500

/** Returns true when the database lacks a migration. @throws SetupError for a database of a newer version. */
export async function isMigrationPending({ query, description }: Database): Promise<boolean> {
  const applied = await readMigrationLevel(query)
  checkKnown(applied, description)
  return Object.keys(migrations).some((name) => !applied.includes(name))
}

/**
 * Migrates the schema in one transaction without time limits, so a killed server leaves nothing behind. Servers that start at the same time
 * wait for the one that migrates: on PostgreSQL by a transaction lock, which also works behind a pooler, on SQLite by looking
 * again. `db` must not limit the duration of its statements. @throws SetupError for a database of a newer version.
 */
export async function migrate(db: Database, follower: MigrationWatch = NO_WATCH): Promise<void> {
  // a new database takes no time
  const watch = (await readMigrationLevel(db.query)).length > 0 ? follower : NO_WATCH
  await watch.begin()
  for (;;) {
    try {
      await db.withTx((tx) => migrateWithin(tx, db.description, { watch }))
      break
    } catch (error) {
      if (!isWaiting(error)) throw error
      if (!(await isMigrationPending(db))) break
      watch.report({})
      await sleep(WAIT_MS)
    }
  }
  watch.end()
}

const isWaiting = (error: unknown): boolean => getErrorCode(error).startsWith('SQLITE_BUSY')

interface MigrateOptions {
  /** Limits the migrations, to recreate the schema of an older version. */
  only?: readonly string[]
  watch?: MigrationWatch
}

export async function migrateWithin(
  tx: Query,
  description: string,
  { only = Object.keys(migrations), watch = NO_WATCH }: MigrateOptions = {},
): Promise<void> {
  if (isPostgres(tx)) {
    for (const name of LIMITS) await sql`set local ${sql.raw(name)} = 0`.execute(tx)
    watch.report({})
    await lock.execute(tx)
  }
  const schema = (isPostgres(tx)
    ? tx.withPlugin(new CollateCPlugin())
    : tx) as unknown as Kysely<MigrationTables>
  const applied = await readApplied(schema)
  checkKnown(applied, description)
  for (const [name, { up }] of Object.entries(migrations)) {
    if (applied.includes(name) || !only.includes(name)) continue
    watch.report({ name })
    await up(schema, (done, of) => watch.report({ name, rows: { done, of } }))
    await schema
      .insertInto('kysely_migration')
      .values({ name, timestamp: new Date().toISOString() })
      .execute()
    // on SQLite, requests for the server's health wait until here
    await sleep(1)
  }
}

function checkKnown(applied: readonly string[], description: string): void {
  const unknown = applied.find((name) => !(name in migrations))
  if (unknown !== undefined)
    throw new SetupError(
      `The database (${description}) was changed by a newer Kaizhang (${unknown}). Run that one.`,
    )
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
