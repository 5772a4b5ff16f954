import { sql } from 'kysely'
import { connect } from '../../../server/db/connect'
import type { Database, Query } from '../../../server/db/database'
import { SerializationConflictError } from '../../../server/db/retry'
import { ask } from '../../support/postgres/ask'
import { startBouncer } from '../../support/postgres/bouncer'
import { type FreshDatabase, freshDatabase } from '../../support/postgres/fresh'

let fresh: FreshDatabase
let db: Database
beforeEach(async () => {
  fresh = await freshDatabase()
  db = await connect(fresh.address)
})
afterEach(async () => {
  await db.close()
  await fresh.drop()
})

const add = (tx: Query, id: string) => tx.insertInto('account').values({ id, created_at: 1 }).execute()
const ids = async (from = db) =>
  (await from.query.selectFrom('account').select('id').orderBy('id').execute()).map((row) => row.id)

/** Ends every connection of ours, as a restart of the database does. */
const cutAll = () =>
  ask(
    fresh.address,
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = 'kaizhang'`,
  )

test('connections that broke while nobody used them are replaced', async () => {
  await Promise.all(Array.from({ length: 8 }, (_, i) => db.withTx((tx) => add(tx, `a${i}`))))
  await cutAll()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(await ids()).toHaveLength(8)
})

test('a transaction whose connection breaks begins anew, and is done once', async () => {
  let tries = 0
  await db.withTx(async (tx) => {
    await add(tx, 'once')
    if (++tries === 1) await cutAll()
    await add(tx, 'twice')
  })
  expect(tries).toBe(2)
  expect(await ids()).toEqual(['once', 'twice'])
})

test.each([undefined, 'guarded'] as const)(
  'who was overtaken begins anew and sees what is so (%s)',
  async (how) => {
    let tries = 0
    const seen = await db.withTx(async (tx) => {
      if (++tries === 1) {
        await db.withTx((other) => add(other, 'faster'))
        throw new SerializationConflictError()
      }
      return tx.selectFrom('account').select('id').execute()
    }, how)
    expect(seen).toEqual([{ id: 'faster' }])
  },
)

test('two who read and then write what the other read come one after the other', async () => {
  await db.withTx((tx) => add(tx, 'first'))
  const addIfOne = (id: string) =>
    db.withTx(async (tx) => {
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

test.each([
  ['keeps named statements apart', 100],
  ['knows no named statements', 0],
])('behind a pgbouncer that %s, many clients share few connections', async (_, named) => {
  const bouncer = await startBouncer({ port: Number(new URL(fresh.address).port) }, { named })
  const [one, two] = await Promise.all(
    [1, 2].map(() => connect(bouncer.address(new URL(fresh.address).pathname.slice(1)))),
  )
  if (!one || !two) throw new Error('not connected')
  expect(one.about).toContain('through a pooler')
  await Promise.all(
    Array.from({ length: 100 }, (_, i) =>
      (i % 2 ? one : two).withTx(async (tx) => {
        await add(tx, `a${i}`)
        await tx.selectFrom('account').select('id').where('id', '=', `a${i}`).executeTakeFirstOrThrow()
      }),
    ),
  )
  expect(await ids(two)).toHaveLength(100)
  await Promise.all([one.close(), two.close()])
  await bouncer.stop()
})
