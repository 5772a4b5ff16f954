import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { connect } from '../../../server/db/connect'
import type { Database, Query } from '../../../server/db/database'
import { folderPerTest } from '../../support/temporary-folder'

const folder = folderPerTest()
let db: Database
beforeEach(async () => {
  db = await connect(join(folder, 'test.db'))
})
afterEach(async () => {
  await db.close()
})

const add = (tx: Query, id: string) => tx.insertInto('account').values({ id, created_at: 1 }).execute()
const ids = async (from = db) =>
  (await from.query.selectFrom('account').select('id').orderBy('id').execute()).map((row) => row.id)

/** Source of a process that writes to the same file as fast as it can, holding each transaction for 5 ms. */
const WRITER = `
  const db = new (require('better-sqlite3'))(process.argv[1], { timeout: 30000 })
  const add = db.prepare('insert into account (id, created_at) values (?, 1)')
  for (let i = 0; i < 50; i++) {
    db.exec('begin immediate')
    add.run('other' + i)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    db.exec('commit')
  }
`

test('two processes on one SQLite file wait for each other', async () => {
  const other = spawn('node', ['-e', WRITER, join(folder, 'test.db')], { stdio: 'inherit' })
  let isOver = false
  const ended = new Promise((resolve) => other.on('exit', resolve)).finally(() => {
    isOver = true
  })
  let written = 0
  while (!isOver) {
    const started = performance.now()
    await db.withTx((tx) => add(tx, `mine${written}`))
    written++
    // SQLite has no queue for its lock: without pauses the other process may never get it
    await sleep(performance.now() - started)
  }
  expect(await ended).toBe(0)
  const all = await ids()
  expect(all.filter((id) => id.startsWith('other'))).toHaveLength(50)
  expect(all.filter((id) => id.startsWith('mine'))).toHaveLength(written)
})

test('a check constraint keeps the stock from falling below zero', async () => {
  const sku = {
    shop_id: 's',
    id: 'k',
    product_id: 'p',
    position: 0,
    label: null,
    price: 1,
    stock: 1,
    weight: null,
  }
  await db.withTx((tx) => tx.insertInto('sku').values(sku).execute())
  const take = db.withTx((tx) => tx.updateTable('sku').set({ stock: -1 }).execute())
  await expect(take).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_CHECK' })
})

test('SQLite runs in WAL mode with full synchronization', async () => {
  const level = await sql<{ synchronous: number }>`pragma synchronous`.execute(db.query)
  const mode = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(db.query)
  expect([level.rows[0]?.synchronous, mode.rows[0]?.journal_mode]).toEqual([2, 'wal'])
})

test('opening an existing database keeps its data', async () => {
  await db.withTx((tx) => add(tx, 'kept'))
  await db.close()
  db = await connect(join(folder, 'test.db'))
  expect(await ids()).toEqual(['kept'])
})
