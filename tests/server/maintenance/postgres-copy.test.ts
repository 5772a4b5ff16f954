import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { makeSeed } from '../../../mock-server/seed/make-seed'
import { connect } from '../../../server/db/connect'
import { copyDatabase } from '../../../server/maintenance/copy/copy-database'
import { queryOnce } from '../../support/postgres/query'
import { createTestDatabase, type TestDatabase } from '../../support/postgres/test-database'
import { call } from '../support/api-client'
import { readAllRows, readAllRowsAt, TABLES } from '../support/read-all-rows'
import { createTestEnvironment, type TestEnvironment } from '../support/test-environment'

let seed: string
let folder: string
let file: string
let target: TestDatabase
let lines: string[]

/**
 * Fills the tables that the demo data leaves empty, and adds more than a page of ids whose order differs by collation.
 */
function addMoreRows(sqlite: Sqlite.Database) {
  sqlite.exec(`insert into stock_move (shop_id, id, sku_id, delta, stock, created_at)
      values ('a shop', 'a move', 'a sku', -2, 5, 7);
    insert into job (id, kind, payload, last_error, run_at, lease_until, attempts, dead)
      values ('a job', 'sweep-photos', '{}', null, 8, 9, 10, 1)`)
  const add = sqlite.prepare('insert into account (id, created_at) values (?, ?)')
  const first = ['a', 'B', 'é', 'Z', '成', '𝄞', '~', '﹏', '0', ' ', "'"]
  for (let i = 0; i < 1300; i++) add.run(`${first[i % first.length]}${i}`, i === 7 ? 2 ** 53 - 1 : i)
  sqlite.exec(
    `insert into voice (id, account_id, hash, ms, unused_since) values ('v', 'a0', 'abc', 23000, ${2 ** 53 - 1});
    insert into voice_use (voice_id, shop_id) values ('v', 's');
    insert into payment_application (shop_id, number, subject, state, reasons, url, transfer, sent_at, asked_at)
      values ('s', 'n', 'micro', 'confirming', '[]', null, '{}', 5, 6);
    insert into payout (shop_id, number, merchant, amount, state, reason, created_at, changed_at)
      values ('s', 'P1', '1900000101', ${2 ** 53 - 1}, 'returned', null, 5, 6);
    insert into address_day (address, day, shops, bytes) values ('hash', '2026-11-26', 2, 3);
    insert into operator_log (id, at, action, shop_id, slug, reason) values ('o', 4, 'block', 's', 'slug', null);
    insert into payment (shop_id, id, order_id, payer_id, request_hash, number, method, place, merchant, currency, state, amount,
      created_at, expires_at, asked_at) values ('s', 'p', 'o', 'a0', 'hash', 'n', 'wechat', 'browser', 'm', 'CNY', 'open', 1, 2, 3, 4);
    insert into payment_number (number, shop_id, payment_id) values ('n', 's', 'p');
    insert into refund (shop_id, id, order_id, payment_id, reason, state, amount, created_at)
      values ('s', 'n-1', 'o', 'p', 'cancelled', 'requested', 1, 2);
    insert into statement_check (service, day, checked_at, lines, differences)
      values ('alipay', '2026-11-26', 5, 2, '[]');
    insert into report (shop_id, product_id, account_id, reason, note, reported_at) values ('s', '', 'a0', 'fake', null, 5);
    insert or ignore into content (id, kind, text, verdict, tries, due_at, created_at) values ('text-1', 'text', '核桃', 'pending', 0, 5, 5);
    insert or ignore into content_use (content_id, shop_id, place, account_id, used_at) values ('text-1', 's', 'shop-name', 'a0', 5);
    insert into content_appeal (content_id, shop_id, note, appealed_at) values ('text-1', 's', '没有问题', 5);
    insert into operator (id, name, created_at) values ('op', '值班员', 5);
    insert into operator_link (code_hash, operator_id, expires_at) values ('h', 'op', 5);
    insert into operator_session (account_id, operator_id, expires_at) values ('a0', 'op', 5);
    insert into operator_passkey (id, operator_id, public_key, counter, created_at) values ('pk', 'op', 'key', 1, 5);
    insert into operator_challenge (account_id, challenge, expires_at) values ('a0', 'c', 5);
    insert into document (kind, version, text, changes, important, announced_at, effective_at) values ('rules', 2, '规则', '改了', 0, 5, 6);
    insert into consent (account_id, kind, version, agreed_at) values ('a0', 'rules', 1, 5);
    insert into quota (name, value, changed_at) values ('shopsPerAccount', 7, 5);
    insert into shop_message (shop_id, id, text, sent_at) values ('s', 'm', '请看', 5);
    insert into own_app (shop_id, appid, states, changed_at) values ('s', 'wxown', '{}', 5);
    insert into slot_count (shop_id, id, day, taken) values ('s', 'local 2026-11-26 day', '2026-11-26', 3);
    insert into credential (name, sealed, updated_at) values ('wechat-pay-direct', 'v1.a.b.c', 1);
    insert or ignore into installation (id, secret_mark) values ('this', 'mark')`,
  )
  addClassRows(sqlite)
  addMessageRows(sqlite)
}

/** Rows of messages and how they reach people. */
function addMessageRows(sqlite: Sqlite.Database) {
  sqlite.exec(`insert into channel (account_id, kind, address, details, permits, last_request, created_at)
      values ('a0', 'wechat', 'wx/template', '{}', 3, 'r', 1);
    insert into message (id, account_id, kind, address, event, shop_id, subject_id, created_at, expires_at, state, sending, attempts, ended_at)
      values ('m', 'a0', 'push', 'hash', 'new-order', 's', 'o', 1, 2, 'sent', 'm', 1, 3);
    insert into quiet_hours (account_id, starts, ends) values ('a0', 1320, 360);
    insert into phone_code (account_id, phone, code_hash, tries, sent_at, expires_at) values ('a0', '13800000000', 'h', 1, 2, 3);
    insert into sms_month (month, spent) values ('2026-11', 45)`)
}

/** Rows of service centres, their lessons and their help. */
function addClassRows(sqlite: Sqlite.Database) {
  sqlite.exec(`insert into staff (centre, account_id, id, role, name, since) values ('621221', 'a0', 'i', 'county', '县里', 1);
    insert into invitation (code_hash, centre, id, role, name, expires_at, used_by) values ('h', '621221', 'i', 'county', '县里', 2, null);
    insert into lesson (id, centre, teacher, kind, number, started_at, ended_at, paused, focus, focus_turn, example, seats, last_action, version)
      values ('l', '621221110', 'a0', 'real', '4827', 1, null, 0, 'terms', 1, 2, 3, null, 4);
    insert into learner (lesson_id, id, account_id, seat, stage, spent, turn, joined_at, seen_at, moved_at, hand_at, pointer, pointer_turn)
      values ('l', 'n', 'a0', 1, 'look', 1000, 2, 3, 4, 5, 6, 'price', 1);
    insert into lesson_screen (id, account_id, code, expires_at, lesson_id) values ('d', 'a0', '012345', 5, null);
    insert into socket_ticket (hash, lesson_id, account_id, expires_at) values ('t', 'l', 'a0', 6);
    insert into help (shop_id, id, centre, helper, name, person, purposes, opens, started_at, expires_at, ended_at)
      values ('s', 'e', '621221110', 'a0', '培训员', null, '["open"]', 1, 2, 3, null);
    insert into help_step (shop_id, id, help_id, centre, account_id, name, action, about, at, done)
      values ('s', 'p', 'e', '621221110', 'a0', '培训员', 'open-shop', null, 4, 1);
    insert into handover (id, kind, giver, shop_id, digits_hash, letters_hash, draw, expires_at, request_hash)
      values ('v', 'shop', 'a0', 's', 'd', 'l', 0, 5, 'r');
    insert into paper_card (shop_id, id, code_hash, pictures_hash, created_at, tries) values ('s', 'c', 'h', 'p', 6, 1);
    insert into code_try (scope, tries, ends_at) values ('all', 1, 7)`)
}

beforeAll(async () => {
  seed = mkdtempSync(path.join(tmpdir(), 'kz-copy-'))
  await makeSeed(seed)
  const sqlite = new Sqlite(path.join(seed, 'kaizhang.db'))
  addMoreRows(sqlite)
  sqlite.close()
})
afterAll(() => rmSync(seed, { recursive: true, force: true }))

const createTarget = (from?: string) =>
  createTestDatabase({ bouncer: process.env.KZ_ENGINE === 'pgbouncer', ...(from ? { from } : {}) })

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'kz-copy-'))
  file = path.join(folder, 'kaizhang.db')
  cpSync(path.join(seed, 'kaizhang.db'), file)
  target = await createTarget('template1')
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

const storefront = ({ app }: TestEnvironment, slug: string) => call(app, `GET /api/storefronts/${slug}`)

const readTableNames = async (address: string) =>
  (await queryOnce(address, "select tablename from pg_tables where schemaname = 'public'")).map(
    (row) => row.tablename,
  )

test('copyDatabase copies every row, and the storefronts are identical to the byte', async () => {
  const before = await readAllRowsAt(file)
  const empty = TABLES.filter((name) => before[name].length === 0)
  expect(
    empty.map((name) => `${name} is empty: add a row in addMoreRows, so that its copy is tested.`),
  ).toEqual([])
  const { digest, about } = await copy()
  expect(about).toMatch(/^PostgreSQL \d+/)
  expect(lines.join('\n')).toMatch(/ 1,3\d\d {2}account\n/)
  expect(Object.keys(digest).sort()).toEqual([...TABLES].sort())
  expect(await readAllRowsAt(target.address)).toEqual(before)
  expect(await readAllRowsAt(file)).toEqual(before)

  const [source, copied] = [
    await createTestEnvironment({ databaseLocation: file }),
    await createTestEnvironment({ databaseLocation: target.address }),
  ]
  for (const { slug } of await source.deps.db.query.selectFrom('shop').select('slug').execute()) {
    const [shown, same] = [await storefront(source, slug), await storefront(copied, slug)]
    expect(shown.statusCode).toBe(200)
    expect(same.rawPayload).toEqual(shown.rawPayload)
    expect(same.headers.etag).toBe(shown.headers.etag)
  }
  for (const { app } of [source, copied]) await app.close()
})

test('copyDatabase accepts a target that was only started and refuses one with a shop', async () => {
  const used = await createTarget()
  const env = await createTestEnvironment({ databaseLocation: used.address })
  await env.app.close()
  await copy(file, used.address)
  const rows = await readAllRowsAt(used.address)
  await expect(copy(file, used.address)).rejects.toThrow(
    /^PostgreSQL .* is not empty\. A copy needs an empty database/,
  )
  expect(await readAllRowsAt(used.address)).toEqual(rows)
  await used.drop()
})

test('copyDatabase refuses a source that a server has open', async () => {
  const running = await connect(file)
  await expect(copy()).rejects.toThrow(`A server (or another program) has ${file} open. Stop it first`)
  await running.close()
  expect(await readTableNames(target.address)).toEqual([])
  await copy()
})

test('copyDatabase refuses a target that a server has open', async () => {
  // connections look alike behind a pooler
  const direct = String(process.env.KZ_POSTGRES).replace(/[^/]*$/, new URL(target.address).pathname.slice(1))
  const running = await connect(direct)
  await expect(copy()).rejects.toThrow(/^A server works with PostgreSQL .*\. Stop it first/)
  await running.close()
})

test('copyDatabase explains a missing, foreign, older, newer or damaged source and changes nothing', async () => {
  const errorOf = async (from: string) => String(await copy(from).catch((error: Error) => error.message))
  expect(await errorOf('/nowhere')).toBe('There is no /nowhere.')
  rmSync(file)
  expect(await errorOf(folder)).toBe(`There is no kaizhang.db in ${folder}.`)
  expect(existsSync(file)).toBe(false)
  new Sqlite(file).exec('create table other (a)').close()
  expect(await errorOf(file)).toMatch(/not a database of Kaizhang/)
  cpSync(path.resolve('package.json'), file)
  expect(await errorOf(file)).toMatch(/damaged.*SQLITE_NOTADB/)
  cpSync(path.join(seed, 'kaizhang.db'), file)
  change(`delete from kysely_migration where name = '0003-looks'`)
  expect(await errorOf(file)).toMatch(/older Kaizhang \(it lacks 0003-looks\)/)
  change(`insert into kysely_migration values ('0003-looks', ''), ('9999-later', '')`)
  expect(await errorOf(file)).toMatch(/newer Kaizhang \(9999-later\)/)
  expect(await readTableNames(target.address)).toEqual([])
})

test('copyDatabase explains an unreachable target and one with foreign tables', async () => {
  await expect(copy(file, 'mysql://x')).rejects.toThrow('--to must begin with postgres://')
  await expect(copy(file, 'postgres://u:secret@127.0.0.1:1/x')).rejects.toThrow(
    /127\.0\.0\.1:1 does not answer/,
  )
  await expect(copy(file, `${target.address}_not`)).rejects.toThrow(/has no database|does not answer/)
  await queryOnce(target.address, 'create table account (id integer)')
  await expect(copy()).rejects.toThrow(/has tables of another program.*left as it was/)
  expect(await readTableNames(target.address)).toEqual(['account'])
})

test('copyDatabase rolls back when PostgreSQL cannot store a row', async () => {
  change(
    `insert into stock_move (shop_id, id, sku_id, delta, stock, created_at) values ('zz', 'a' || char(0) || 'b', 'x', 1, 1, 1)`,
  )
  await expect(copy()).rejects.toThrow(/cannot keep one of the rows.*left as it was/)
  expect(await readTableNames(target.address)).toEqual([])
  expect((await readAllRowsAt(file)).stock_move).not.toEqual([])
})

test('copyDatabase detects a target that stores other values and leaves it empty', async () => {
  await (await connect(target.address)).close()
  await queryOnce(
    target.address,
    `create function odd() returns trigger language plpgsql as
       $$ begin if new.name like '%核桃%' then new.note := 'another'; end if; return new; end $$;
     create trigger odd before insert on product for each row execute function odd()`,
  )
  await expect(copy()).rejects.toThrow(/rows of product differ.*left as it was/)
  const db = await connect(target.address)
  expect(Object.values(await readAllRows(db)).flat()).toEqual([])
  await db.close()
})
