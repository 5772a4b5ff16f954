import { sql } from 'kysely'
import { connect } from '../../../server/db/connect'
import { versionFault } from '../../../server/db/postgres/error-codes'
import { placeOf } from '../../../server/db/postgres/place'
import { SetupError } from '../../../server/settings'
import { freePort } from '../../support/free-port'
import { type FreshDatabase, freshDatabase } from '../../support/postgres/fresh'

let empty: FreshDatabase
beforeEach(async () => {
  empty = await freshDatabase({ from: 'template1' })
})
afterEach(() => empty.drop())

test('servers that start at once on an empty database make its tables once', async () => {
  const servers = await Promise.all(Array.from({ length: 4 }, () => connect(empty.address)))
  await servers[0]?.query.insertInto('account').values({ id: 'a', created_at: 1 }).execute()
  const seen = await servers[3]?.query.selectFrom('account').select('id').execute()
  expect(seen).toEqual([{ id: 'a' }])
  await Promise.all(servers.map((one) => one.close()))
})

test('it says which database it is, and never the password', async () => {
  const db = await connect(empty.address)
  const { pathname, host, password } = new URL(empty.address)
  expect(db.about).toMatch(/^PostgreSQL \d+\.\d+, /)
  expect(db.about).toContain(`${pathname.slice(1)} at ${host}`)
  expect(db.about).not.toContain(password)
  await db.close()
})

test('text is ordered by its bytes, whatever the language of the database', async () => {
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

test('whole numbers come as numbers, and one that would be rounded is an error', async () => {
  const db = await connect(empty.address)
  const most = Number.MAX_SAFE_INTEGER
  await db.query.insertInto('account').values({ id: 'a', created_at: most }).execute()
  expect(await db.query.selectFrom('account').select('created_at').execute()).toEqual([{ created_at: most }])
  await expect(sql`select 9007199254740993::int8`.execute(db.query)).rejects.toThrow('too large')
  await db.close()
})

test('a database that a newer server changed is left alone', async () => {
  const db = await connect(empty.address)
  await sql`insert into kysely_migration values ('9999-later', '')`.execute(db.query)
  await db.close()
  await expect(connect(empty.address)).rejects.toThrow(/newer Kaizhang \(9999-later\)/)
})

/** The address with some parts changed. */
function changed(deps: Partial<Pick<URL, 'username' | 'password' | 'pathname' | 'port'>>): string {
  return Object.assign(new URL(empty.address), deps).toString()
}

test('what a person has to put right is said plainly, without the password', async () => {
  const faults: [string, RegExp][] = [
    [changed({ password: 'wrong-secret' }), /does not take this password for the user "kaizhang"/],
    [changed({ username: 'nobody' }), /does not take this password for the user "nobody"/],
    [changed({ pathname: '/nothing' }), /has no database "nothing". Make it: createdb nothing/],
    [changed({ port: String(await freePort()) }), /does not answer .*Is it running/],
    ['postgres://kaizhang:wrong-secret@nowhere.invalid/shop', /nowhere.invalid:5432 does not answer/],
    ['postgres://kaizhang:wrong-secret@127.0.0.1', /is not an address like/],
    ['postgres://kaizhang:wr@ng:secret/@127.0.0.1/shop', /%40/],
  ]
  for (const [address, message] of faults) {
    const fault = await connect(address).catch((error: unknown) => error)
    expect(fault).toBeInstanceOf(SetupError)
    expect(String(fault)).toMatch(message)
    expect(String(fault)).not.toMatch(/secret|only-for-tests/)
  }
})

test('a user who may not make tables is told how to get the right', async () => {
  const db = await connect(empty.address)
  await sql`drop owned by guest`.execute(db.query).catch(() => undefined)
  await sql`drop role if exists guest`.execute(db.query)
  await sql`create role guest login password 'guest'`.execute(db.query)
  await sql`drop schema public cascade`.execute(db.query)
  await sql`create schema public`.execute(db.query)
  await sql`grant usage on schema public to guest`.execute(db.query)
  await expect(connect(changed({ username: 'guest', password: 'guest' }))).rejects.toThrow(
    /The user "guest" may not make tables .*alter database/,
  )
  await db.close()
})

test('too old a PostgreSQL is told its age', () => {
  const place = placeOf('postgres://kaizhang@db.example.org/shop')
  expect(versionFault(140_012, place)?.message).toMatch(
    /db.example.org:5432 is version 14; Kaizhang needs 15/,
  )
  expect(versionFault(150_000, place)).toBeUndefined()
})
