import { sql } from 'kysely'
import { connect } from '../../../server/db/connect'
import { checkServerVersion } from '../../../server/db/postgres/error-codes'
import { parsePostgresUrl } from '../../../server/db/postgres/postgres-url'
import { SetupError } from '../../../server/setup-error'
import { freePort } from '../../support/free-port'
import { createTestDatabase, type TestDatabase } from '../../support/postgres/test-database'

let empty: TestDatabase
beforeEach(async () => {
  empty = await createTestDatabase({ from: 'template1' })
})
afterEach(() => empty.drop())

test('servers that start at once on an empty database create its tables once', async () => {
  const servers = await Promise.all(Array.from({ length: 4 }, () => connect(empty.address)))
  await servers[0]?.query.insertInto('account').values({ id: 'a', created_at: 1 }).execute()
  const rows = await servers[3]?.query.selectFrom('account').select('id').execute()
  expect(rows).toEqual([{ id: 'a' }])
  await Promise.all(servers.map((one) => one.close()))
})

test('connect describes the database without its password', async () => {
  const db = await connect(empty.address)
  const { pathname, host, password } = new URL(empty.address)
  expect(db.description).toMatch(/^PostgreSQL \d+\.\d+, /)
  expect(db.description).toContain(`${pathname.slice(1)} at ${host}`)
  expect(db.description).not.toContain(password)
  await db.close()
})

test('text is ordered by its bytes in any locale of the database', async () => {
  const db = await connect(empty.address)
  const { rows } = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and data_type = 'text' and collation_name is distinct from 'C'`.execute(
    db.query,
  )
  expect(rows).toEqual([])
  for (const id of ['b', 'A', 'a', 'B', '0', '甲'])
    await db.query.insertInto('account').values({ id, created_at: 1 }).execute()
  const ids = await db.query.selectFrom('account').select('id').orderBy('id').execute()
  expect(ids.map((row) => row.id).join('')).toBe('0ABab甲')
  await db.close()
})

test('integers are read as numbers, and an unsafe integer is an error', async () => {
  const db = await connect(empty.address)
  const most = Number.MAX_SAFE_INTEGER
  await db.query.insertInto('account').values({ id: 'a', created_at: most }).execute()
  expect(await db.query.selectFrom('account').select('created_at').execute()).toEqual([{ created_at: most }])
  await expect(sql`select 9007199254740993::int8`.execute(db.query)).rejects.toThrow('too large')
  await db.close()
})

test('connect rejects a database that a newer version migrated', async () => {
  const db = await connect(empty.address)
  await sql`insert into kysely_migration values ('9999-later', '')`.execute(db.query)
  await db.close()
  await expect(connect(empty.address)).rejects.toThrow(/newer Kaizhang \(9999-later\)/)
})

/** Returns the database URL with some parts changed. */
function urlWith(parts: Partial<Pick<URL, 'username' | 'password' | 'pathname' | 'port'>>): string {
  return Object.assign(new URL(empty.address), parts).toString()
}

test('connect explains a wrong address or credential without the password', async () => {
  const cases: [string, RegExp][] = [
    [urlWith({ password: 'wrong-secret' }), /does not take this password for the user "kaizhang"/],
    [urlWith({ username: 'nobody' }), /does not take this password for the user "nobody"/],
    [urlWith({ pathname: '/nothing' }), /has no database "nothing". Make it: createdb nothing/],
    [urlWith({ port: String(await freePort()) }), /does not answer .*Is it running/],
    ['postgres://kaizhang:wrong-secret@nowhere.invalid/shop', /nowhere.invalid:5432 does not answer/],
    ['postgres://kaizhang:wrong-secret@127.0.0.1', /is not an address like/],
    ['postgres://kaizhang:wr@ng:secret/@127.0.0.1/shop', /%40/],
  ]
  for (const [address, message] of cases) {
    const error = await connect(address).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(SetupError)
    expect(String(error)).toMatch(message)
    expect(String(error)).not.toMatch(/secret|only-for-tests/)
  }
})

test('connect explains missing rights to create tables', async () => {
  const db = await connect(empty.address)
  await sql`drop owned by guest`.execute(db.query).catch(() => undefined)
  await sql`drop role if exists guest`.execute(db.query)
  await sql`create role guest login password 'guest'`.execute(db.query)
  await sql`drop schema public cascade`.execute(db.query)
  await sql`create schema public`.execute(db.query)
  await sql`grant usage on schema public to guest`.execute(db.query)
  await expect(connect(urlWith({ username: 'guest', password: 'guest' }))).rejects.toThrow(
    /The user "guest" may not make tables .*alter database/,
  )
  await db.close()
})

test('checkServerVersion rejects a PostgreSQL below version 15', () => {
  const target = parsePostgresUrl('postgres://kaizhang@db.example.org/shop')
  expect(checkServerVersion(140_012, target)?.message).toMatch(
    /db.example.org:5432 is version 14; Kaizhang needs 15/,
  )
  expect(checkServerVersion(150_000, target)).toBeUndefined()
})
