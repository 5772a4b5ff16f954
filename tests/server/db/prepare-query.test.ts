import type { Database } from '../../../server/db/database'
import { prepareQuery } from '../../../server/db/prepare-query'
import { testDatabase } from '../support/database'

let db: Database
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

test('prepareQuery builds a query once and binds the values of each run', async () => {
  let built = 0
  const add = prepareQuery((query, row: { id: string; created_at: number }) => {
    built++
    return query.insertInto('account').values(row)
  })
  for (let i = 0; i < 5; i++) await add(db.query, { id: `a${i}`, created_at: i })
  expect(built).toBe(1)
  const between = prepareQuery((query, given: { from: number; ids: string[] }) =>
    query
      .selectFrom('account')
      .select('id')
      .where('created_at', '>=', given.from)
      .where('id', 'in', given.ids),
  )
  expect(await between(db.query, { from: 2, ids: ['a1', 'a3'] })).toEqual([{ id: 'a3' }])
  expect(await between(db.query, { from: 0, ids: ['a1', 'a3'] })).toHaveLength(2)
  expect(await between(db.query, { from: 0, ids: ['a1', 'a3', 'a4'] })).toHaveLength(3)
  expect(await between(db.query, { from: 9, ids: ['a1'] })).toEqual([])
})

test('prepareQuery binds null and keeps constants', async () => {
  const add = prepareQuery((query, given: { id: string; error: string | null }) =>
    query.insertInto('job').values({
      id: given.id,
      kind: 'k',
      payload: '{}',
      run_at: 7,
      attempts: 0,
      lease_until: 0,
      dead: 0,
      last_error: given.error,
    }),
  )
  await add(db.query, { id: 'one', error: null })
  await add(db.query, { id: 'two', error: 'x' })
  const rows = await db.query.selectFrom('job').select(['run_at', 'last_error']).orderBy('id').execute()
  expect(rows).toEqual([
    { run_at: 7, last_error: null },
    { run_at: 7, last_error: 'x' },
  ])
})

test('prepareQuery binds a row by its columns and builds a query of its own when a value is absent', async () => {
  let built = 0
  const add = prepareQuery((query, given: { row: { id: string; created_at: number }; least?: number }) => {
    built++
    const { row, least } = given
    const insert = query.insertInto('account').values(row)
    return least === undefined
      ? insert.returning('id')
      : insert.returning((eb) => ['id', eb('created_at', '>', least).as('isNew')])
  })
  expect(await add(db.query, { row: { id: 'r1', created_at: 1 } })).toEqual([{ id: 'r1' }])
  expect(await add(db.query, { row: { id: 'r2', created_at: 2 } })).toEqual([{ id: 'r2' }])
  const [third] = await add(db.query, { row: { id: 'r3', created_at: 3 }, least: 2 })
  expect(third).toHaveProperty('isNew')
  expect(built).toBe(2)
})
