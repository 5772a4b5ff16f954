import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { makeSeed } from '../../../mock-server/seed/make-seed'
import { connect } from '../../../server/db/connect'
import { copyDatabase } from '../../../server/maintenance/copy'
import { ask } from '../../support/postgres/ask'
import { type FreshDatabase, freshDatabase } from '../../support/postgres/fresh'
import { call } from '../support/person'
import { everyRow, rowsAt, TABLES } from '../support/rows'
import { makeWorld, type World } from '../support/world'

let seed: string
let folder: string
let file: string
let target: FreshDatabase
let lines: string[]

/** Something in the tables that the demo world leaves empty, and ids whose order differs between languages and bytes, more of them than a page holds. */
function plantMore(sqlite: Sqlite.Database) {
  sqlite.exec(`insert into stock_move values ('a shop', 'a move', 'a sku', -2, 5, 7);
    insert into job values ('a job', 'sweep-photos', '{}', null, 8, 9, 10, 1)`)
  const add = sqlite.prepare('insert into account (id, created_at) values (?, ?)')
  const first = ['a', 'B', 'é', 'Z', '成', '𝄞', '~', '﹏', '0', ' ', "'"]
  for (let i = 0; i < 1300; i++) add.run(`${first[i % first.length]}${i}`, i === 7 ? 2 ** 53 - 1 : i)
  sqlite.exec(
    `insert into voice (id, account_id, hash, ms, unused_since) values ('v', 'a0', 'abc', 23000, ${2 ** 53 - 1});
    insert into voice_use (voice_id, shop_id) values ('v', 's');
    insert into address_day (address, day, shops, bytes) values ('hash', '2026-11-26', 2, 3);
    insert into operator_log (id, at, action, shop_id, slug, reason) values ('o', 4, 'block', 's', 'slug', null);
    insert or ignore into installation (id, secret_mark) values ('this', 'mark')`,
  )
}

beforeAll(async () => {
  seed = mkdtempSync(path.join(tmpdir(), 'kz-copy-'))
  await makeSeed(seed)
  const sqlite = new Sqlite(path.join(seed, 'kaizhang.db'))
  plantMore(sqlite)
  sqlite.close()
})
afterAll(() => rmSync(seed, { recursive: true, force: true }))

const fresh = (from?: string) =>
  freshDatabase({ bouncer: process.env.KZ_ENGINE === 'pgbouncer', ...(from ? { from } : {}) })

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kz-copy-'))
  file = path.join(folder, 'kaizhang.db')
  cpSync(path.join(seed, 'kaizhang.db'), file)
  target = await fresh('template1')
  lines = []
})
afterEach(async () => {
  await target.drop()
  rmSync(folder, { recursive: true, force: true })
})

const copy = (from = folder, address = target.address) =>
  copyDatabase(from, address, (line) => lines.push(line))
const change = (text: string) => {
  const sqlite = new Sqlite(file)
  sqlite.exec(text)
  sqlite.close()
}

const storefront = ({ app }: World, slug: string) => call(app, `GET /api/storefronts/${slug}`)

const tablesThere = async (address: string) =>
  (await ask(address, "select tablename from pg_tables where schemaname = 'public'")).map(
    (row) => row.tablename,
  )

test('the tables named here are all there are', () => {
  const sqlite = new Sqlite(file)
  const names = sqlite.prepare("select name from sqlite_master where type = 'table'").pluck().all()
  sqlite.close()
  expect(names.sort()).toEqual([...TABLES, 'kysely_migration'].sort())
})

test('the demo world in PostgreSQL is the same, row by row, and shows the same shops to the byte', async () => {
  const before = await rowsAt(file)
  for (const name of TABLES) expect(before[name]?.length).toBeGreaterThan(0)
  const { digest, about } = await copy()
  expect(about).toMatch(/^PostgreSQL \d+/)
  expect(lines.join('\n')).toMatch(/ 1,3\d\d {2}account\n/)
  expect(Object.keys(digest).sort()).toEqual([...TABLES].sort())
  expect(await rowsAt(target.address)).toEqual(before)
  expect(await rowsAt(file)).toEqual(before)

  const [here, there] = [await makeWorld({ place: file }), await makeWorld({ place: target.address })]
  for (const { slug } of await here.deps.db.query.selectFrom('shop').select('slug').execute()) {
    const [shown, same] = [await storefront(here, slug), await storefront(there, slug)]
    expect(shown.statusCode).toBe(200)
    expect(same.rawPayload).toEqual(shown.rawPayload)
    expect(same.headers.etag).toBe(shown.headers.etag)
  }
  for (const { app } of [here, there]) await app.close()
})

test('a server that was only started on the target is no obstacle, a shop in it is, and stays', async () => {
  const used = await fresh()
  const world = await makeWorld({ place: used.address })
  await world.app.close()
  await copy(file, used.address)
  const there = await rowsAt(used.address)
  await expect(copy(file, used.address)).rejects.toThrow(
    /^PostgreSQL .* is not empty\. A copy needs an empty database/,
  )
  expect(await rowsAt(used.address)).toEqual(there)
  await used.drop()
})

test('a source that a server has open is not copied: what it sells meanwhile would be lost', async () => {
  const running = await connect(file)
  await expect(copy()).rejects.toThrow(`A server (or another program) has ${file} open. Stop it first`)
  await running.close()
  expect(await tablesThere(target.address)).toEqual([])
  await copy()
})

test('a target that a server works with is refused', async () => {
  // behind a pooler one connection looks like another
  const direct = String(process.env.KZ_POSTGRES).replace(/[^/]*$/, new URL(target.address).pathname.slice(1))
  const running = await connect(direct)
  await expect(copy()).rejects.toThrow(/^A server works with PostgreSQL .*\. Stop it first/)
  await running.close()
})

test('what is not there, not ours, older, newer or damaged is said in a line, and nothing is begun', async () => {
  const said = async (from: string) => String(await copy(from).catch((error: Error) => error.message))
  expect(await said('/nowhere')).toBe('There is no /nowhere.')
  rmSync(file)
  expect(await said(folder)).toBe(`There is no kaizhang.db in ${folder}.`)
  expect(existsSync(file)).toBe(false)
  new Sqlite(file).exec('create table other (a)').close()
  expect(await said(file)).toMatch(/not a database of Kaizhang/)
  cpSync(path.resolve('package.json'), file)
  expect(await said(file)).toMatch(/damaged.*SQLITE_NOTADB/)
  cpSync(path.join(seed, 'kaizhang.db'), file)
  change(`delete from kysely_migration where name = '0003-looks'`)
  expect(await said(file)).toMatch(/older Kaizhang \(it lacks 0003-looks\)/)
  change(`insert into kysely_migration values ('0003-looks', ''), ('9999-later', '')`)
  expect(await said(file)).toMatch(/newer Kaizhang \(9999-later\)/)
  expect(await tablesThere(target.address)).toEqual([])
})

test('a target that is not there, or holds another program, is said in a line', async () => {
  await expect(copy(file, 'mysql://x')).rejects.toThrow('--to must begin with postgres://')
  await expect(copy(file, 'postgres://u:secret@127.0.0.1:1/x')).rejects.toThrow(
    /127\.0\.0\.1:1 does not answer/,
  )
  await expect(copy(file, `${target.address}_not`)).rejects.toThrow(/has no database|does not answer/)
  await ask(target.address, 'create table account (id integer)')
  await expect(copy()).rejects.toThrow(/has tables of another program.*left as it was/)
  expect(await tablesThere(target.address)).toEqual(['account'])
})

test('a row that PostgreSQL cannot keep ends it, and no table is left behind', async () => {
  change(`insert into stock_move values ('zz', 'a' || char(0) || 'b', 'x', 1, 1, 1)`)
  await expect(copy()).rejects.toThrow(/cannot keep one of the rows.*left as it was/)
  expect(await tablesThere(target.address)).toEqual([])
  expect((await rowsAt(file)).stock_move).not.toEqual([])
})

test('a target that keeps something else than it was given is found out, and stays empty', async () => {
  const odd = await fresh()
  await ask(
    odd.address,
    `create function odd() returns trigger language plpgsql as
       $$ begin if new.name like '%核桃%' then new.note := 'another'; end if; return new; end $$;
     create trigger odd before insert on product for each row execute function odd()`,
  )
  await expect(copy(file, odd.address)).rejects.toThrow(/rows of product differ.*left as it was/)
  const db = await connect(odd.address)
  expect(Object.values(await everyRow(db)).flat()).toEqual([])
  await db.close()
  await odd.drop()
})
