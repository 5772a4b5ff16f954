import { randomBytes } from 'node:crypto'
import { readdirSync, unlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { queryOnce } from './query'

/** The template that test databases are copied from. */
const TEMPLATE = 'migrated'

export interface TestDatabase {
  address: string
  drop(): Promise<void>
}

const withDatabase = (address: string, database: string) => address.replace(/[^/]*$/, database)

const NOT_STARTED = 'no PostgreSQL runs for these tests: nothing called `startPostgresForTests`'

function serverAddress(): string {
  const server = process.env.KZ_POSTGRES
  if (!server) throw new Error(NOT_STARTED)
  return server
}

/** Creates a database on PostgreSQL and returns its URL. */
async function createDatabase(name: string, from = 'template1'): Promise<string> {
  const server = serverAddress()
  await queryOnce(server, `create database ${name} template ${from}`)
  return withDatabase(server, name)
}

/** One text of what migrations make and emptying keeps: columns, indexes, triggers, functions and the list of migrations. */
const SCHEMA = `select md5(string_agg(part, E'\\n' order by part)) from (
  select concat_ws(' ', attrelid::regclass, attname, atttypid::regtype, attnotnull, pg_get_expr(adbin, adrelid)) as part
    from pg_attribute join pg_class on pg_class.oid = attrelid and relkind in ('r', 'v') and relnamespace = 'public'::regnamespace
    left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where attnum > 0 and not attisdropped
  union all select tgname || tgrelid::regclass from pg_trigger where not tgisinternal
  union all select proname from pg_proc where pronamespace = 'public'::regnamespace
  union all select indexdef from pg_indexes where schemaname = 'public'
  union all select name from kysely_migration) as parts`

/** Creates the template of test databases from an empty database that `migrate` has migrated. */
export async function createTemplate(migrate: (address: string) => Promise<void>): Promise<void> {
  const address = await createDatabase(TEMPLATE)
  await migrate(address)
  // workers inherit it, and a test that restores a database does not lose it
  process.env.KZ_TEST_SCHEMA = String((await queryOnce(address, SCHEMA))[0]?.md5)
}

/** Ends what other connections still do in a database. */
const END_OTHERS = `perform pg_terminate_backend(pid, 5000) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid();`

/** Fails if a test has changed the schema, which the next test would meet, and deletes all rows that migrations have not made. */
const empty = () => `if (${SCHEMA}) is distinct from '${process.env.KZ_TEST_SCHEMA}' then
    raise exception 'A test changed the schema of a test database: create it with from: template1.';
  end if;
  perform set_config('session_replication_role', 'replica', true);
  for table_name in select tablename from pg_tables where schemaname = 'public' and tablename <> 'kysely_migration' loop
    execute format('delete from %I', table_name);
  end loop;`

/** One statement, because a round trip takes longer than most of its parts. */
const block = (...parts: string[]) => `do $$ declare table_name text; begin ${parts.join('\n  ')} end $$`

/** The statement that empties a database which stays open. */
export const emptyOpenDatabase = (): string => block(empty())

/** Counts the other connections to a database that are at work. */
export const COUNT_BUSY = `select count(*) as busy from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`

/** The folder that has a file for every emptied copy of the template which no test uses, named like the database. */
function freeDatabases(): string {
  const folder = process.env.KZ_FREE_DATABASES
  if (!folder) throw new Error(NOT_STARTED)
  return folder
}

/** Takes the name of an emptied database. Of several processes that try, one removes its file. */
function takeFree(): string | undefined {
  const folder = freeDatabases()
  return readdirSync(folder).find((name) => {
    try {
      unlinkSync(path.join(folder, name))
      return true
    } catch {
      return false
    }
  })
}

/** Takes an emptied copy of the template, or copies it, which takes about ten times as long. */
async function takeMigrated(): Promise<TestDatabase> {
  const free = takeFree()
  const name = free ?? newName()
  const address = free ? withDatabase(serverAddress(), name) : await createDatabase(name, TEMPLATE)
  const giveBack = async () => {
    await queryOnce(address, block(END_OTHERS, empty()))
    writeFileSync(path.join(freeDatabases(), name), '')
  }
  // given back twice, it would be emptied while the next test uses it
  let given: Promise<void> | undefined
  return { address, drop: () => (given ??= giveBack()) }
}

const newName = () => `test_${randomBytes(6).toString('hex')}`

async function createFrom(template: string): Promise<TestDatabase> {
  const name = newName()
  return {
    address: await createDatabase(name, template),
    drop: async () => {
      await queryOnce(serverAddress(), `drop database if exists ${name} with (force)`)
    },
  }
}

/**
 * Creates a database for one test, reached through pgbouncer on request. It is migrated and without rows; pass
 * `from: 'template1'` for an empty one, which a test needs that changes the schema.
 */
export async function createTestDatabase({ bouncer = false, from = TEMPLATE } = {}): Promise<TestDatabase> {
  const created = await (from === TEMPLATE ? takeMigrated() : createFrom(from))
  const pooler = process.env.KZ_BOUNCER
  const name = new URL(created.address).pathname.slice(1)
  return bouncer && pooler ? { ...created, address: withDatabase(pooler, name) } : created
}
