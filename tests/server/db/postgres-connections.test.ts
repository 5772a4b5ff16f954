import { sql } from 'kysely'
import { connect } from '../../../server/db/connect'
import type { Database, Query } from '../../../server/db/database'
import { SerializationConflictError } from '../../../server/db/retry'
import { lockAccount } from '../../../server/modules/quotas/lock-account'
import { startBouncer } from '../../support/postgres/bouncer'
import { queryOnce } from '../../support/postgres/query'
import { createTestDatabase, type TestDatabase } from '../../support/postgres/test-database'

let fresh: TestDatabase
let db: Database
beforeEach(async () => {
  fresh = await createTestDatabase()
  db = await connect(fresh.address)
})
afterEach(async () => {
  await db.close()
  await fresh.drop()
})

const add = (tx: Query, id: string) => tx.insertInto('account').values({ id, created_at: 1 }).execute()
const ids = async (from = db) =>
  (await from.query.selectFrom('account').select('id').orderBy('id').execute()).map((row) => row.id)

/** Terminates every connection of the app, as a restart of the database does. */
const terminateConnections = () =>
  queryOnce(
    fresh.address,
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = 'kaizhang'`,
  )

test('idle connections that broke are replaced', async () => {
  await Promise.all(Array.from({ length: 8 }, (_, i) => db.withTx((tx) => add(tx, `a${i}`))))
  await terminateConnections()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await ids()).toHaveLength(8)
})

test('a transaction whose connection breaks is retried and applied once', async () => {
  let tries = 0
  await db.withTx(async (tx) => {
    await add(tx, 'once')
    if (++tries === 1) await terminateConnections()
    await add(tx, 'twice')
  })
  expect(tries).toBe(2)
  expect(await ids()).toEqual(['once', 'twice'])
})

test('withTx retries a transaction on another connection when its server is no longer the primary', async () => {
  const one = await connect(fresh.address, { connections: 1 })
  // as a former primary answers
  await sql`set default_transaction_read_only = on`.execute(one.query)
  await one.withTx((tx) => add(tx, 'written'))
  expect(await ids()).toEqual(['written'])
  await one.close()
})

test('a transaction whose pooler has lost the server is retried on another connection', async () => {
  let tries = 0
  await db.withTx(async (tx) => {
    await add(tx, 'written')
    if (++tries === 1) await sql`do $$ begin raise exception using errcode = 'XX000'; end $$`.execute(tx)
  })
  expect(tries).toBe(2)
  expect(await ids()).toEqual(['written'])
})

test('a transaction with a serialization conflict is retried and reads fresh data', async () => {
  let tries = 0
  const rows = await db.withTx(async (tx) => {
    if (++tries === 1) {
      await db.withTx((other) => add(other, 'faster'))
      throw new SerializationConflictError()
    }
    return tx.selectFrom('account').select('id').execute()
  })
  expect(rows).toEqual([{ id: 'faster' }])
})

test('transactions that lock a row run one after the other and read what the other has written', async () => {
  await db.withTx((tx) => add(tx, 'first'))
  const addIfOne = (id: string) =>
    db.withTx(async (tx) => {
      await lockAccount(tx, 'first')
      const { count } = await tx
        .selectFrom('account')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      await tx.executeQuery(sql`select pg_sleep(0.05)`.compile(tx))
      if (count === 1) await add(tx, id)
    })
  await Promise.all([addIfOne('mine'), addIfOne('yours')])
  expect(await ids()).toHaveLength(2)
})

// three times as many as connections
const CLIENTS = 60

test.each([
  ['supports named statements', 100],
  ['has no named statements', 0],
])('many clients share few connections behind a pgbouncer that %s', async (_, named) => {
  const bouncer = await startBouncer({ port: Number(new URL(fresh.address).port) }, { named })
  const [one, two] = await Promise.all(
    [1, 2].map(() => connect(bouncer.address(new URL(fresh.address).pathname.slice(1)))),
  )
  if (!one || !two) throw new Error('not connected')
  expect(one.description).toContain('through a pooler')
  await Promise.all(
    Array.from({ length: CLIENTS }, (_, i) =>
      (i % 2 ? one : two).withTx(async (tx) => {
        await add(tx, `a${i}`)
        await tx.selectFrom('account').select('id').where('id', '=', `a${i}`).executeTakeFirstOrThrow()
      }),
    ),
  )
  expect(await ids(two)).toHaveLength(CLIENTS)
  await Promise.all([one.close(), two.close()])
  await bouncer.stop()
})
