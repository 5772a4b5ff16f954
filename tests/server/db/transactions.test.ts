import { sql } from 'kysely'
import type { Query } from '../../../server/db/database'
import { perTest } from '../../support/per-test'
import { testDatabase } from '../support/database'

const db = perTest(testDatabase, 'close')

const add = (tx: Query, id: string) => tx.insertInto('account').values({ id, created_at: 1 }).execute()
const ids = async () =>
  (await db.query.selectFrom('account').select('id').orderBy('id').execute()).map((row) => row.id)

test('simultaneous transactions are atomic, and one that throws affects no other', async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 200 }, (_, i) =>
      db.withTx(async (tx) => {
        await add(tx, `a${i}`)
        await add(tx, `b${i}`)
        if (i % 3 === 0) throw new Error(`no ${i}`)
        return i
      }),
    ),
  )
  expect(outcomes.filter((one) => one.status === 'fulfilled')).toHaveLength(133)
  outcomes.forEach((one, i) => {
    if (one.status === 'fulfilled') expect(one.value).toBe(i)
    else expect(one.reason.message).toBe(`no ${i}`)
  })
  expect(await ids()).toHaveLength(266)
})

test('a violated constraint fails its own transaction only', async () => {
  const outcomes = await Promise.allSettled([
    db.withTx((tx) => add(tx, 'same')),
    db.withTx((tx) => tx.insertInto('account').values({ id: sql`null`, created_at: sql`null` }).execute()),
    db.withTx((tx) => add(tx, 'other')),
  ])
  expect(outcomes.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await ids()).toEqual(['other', 'same'])
})
