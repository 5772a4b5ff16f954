import { randomBytes } from 'node:crypto'
import { queryOnce } from './query'

/** The template that test databases are copied from. */
const TEMPLATE = 'migrated'

export interface TestDatabase {
  address: string
  drop(): Promise<void>
}

const withDatabase = (address: string, database: string) => address.replace(/[^/]*$/, database)

function serverAddress(): string {
  const server = process.env.KZ_POSTGRES
  if (!server) throw new Error('no PostgreSQL runs for these tests: nothing called `startPostgresForTests`')
  return server
}

/** Creates a database on PostgreSQL and returns its URL. */
async function createDatabase(name: string, from = 'template1'): Promise<string> {
  const server = serverAddress()
  await queryOnce(server, `create database ${name} template ${from}`)
  return withDatabase(server, name)
}

/** One text of what migrations make and emptying keeps: columns, triggers, functions and the list of migrations. */
const SCHEMA = `select md5(string_agg(part, E'\\n' order by part)) as schema from (
  select concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default) as part
    from information_schema.columns where table_schema = 'public'
  union all select tgname || tgrelid::regclass from pg_trigger where not tgisinternal
  union all select proname from pg_proc where pronamespace = 'public'::regnamespace
  union all select indexdef from pg_indexes where schemaname = 'public'
  union all select name from kysely_migration) as parts`

const readSchema = async (address: string) => String((await queryOnce(address, SCHEMA))[0]?.schema)

/** Creates the template of test databases from an empty database that `migrate` has migrated. */
export async function createTemplate(migrate: (address: string) => Promise<void>): Promise<void> {
  const [server, address] = [serverAddress(), await createDatabase(TEMPLATE)]
  await migrate(address)
  const schema = await readSchema(address)
  await queryOnce(
    server,
    `create table free_database (name text primary key); create table migrated as select '${schema}' as schema`,
  )
}

/** Throws if a test has changed the schema, which the next test would meet. */
async function checkSchema(address: string) {
  const [migrated] = await queryOnce(serverAddress(), 'select schema from migrated')
  if ((await readSchema(address)) !== String(migrated?.schema))
    throw new Error("A test changed the schema of a test database: create it with `from: 'template1'`.")
}

const TAKE = `delete from free_database where name =
  (select name from free_database limit 1 for update skip locked) returning name`

const ALL_TABLES = `select tablename from pg_tables where schemaname = 'public' and tablename <> 'kysely_migration'`

/** Ends what other connections still do in a database, then deletes all rows that its migrations have not made. */
async function emptyDatabase(address: string) {
  await queryOnce(
    address,
    'select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )
  const tables = (await queryOnce(address, ALL_TABLES)).map(({ tablename }) => `delete from "${tablename}"`)
  await queryOnce(address, `begin; set session_replication_role = replica; ${tables.join('; ')}; commit`)
}

/** Takes an emptied copy of the template, or copies it, which takes about ten times as long. */
async function takeMigrated(): Promise<TestDatabase> {
  const server = serverAddress()
  const [free] = await queryOnce(server, TAKE)
  const name = free ? String(free.name) : newName()
  const address = free ? withDatabase(server, name) : await createDatabase(name, TEMPLATE)
  const giveBack = async () => {
    await checkSchema(address)
    await emptyDatabase(address)
    await queryOnce(server, `insert into free_database values ('${name}')`)
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
