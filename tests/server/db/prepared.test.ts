import type { Database } from '../../../server/db/database'
import { prepared } from '../../../server/db/prepared'
import { testDatabase } from '../support/database'

let db: Database
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

test('it is built once, and each run has values of its own', async () => {
  let built = 0
  const add = prepared((query, row: { id: string; created_at: number }) => {
    built++
    return query.insertInto('account').values(row)
  })
  for (let i = 0; i < 5; i++) await add(db.query, { id: `a${i}`, created_at: i })
  expect(built).toBe(1)
  const between = prepared((query, given: { from: number; ids: string[] }) =>
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

test('null is a value, and a constant stays one', async () => {
  const add = prepared((query, given: { id: string; place: string | null }) =>
    query.insertInto('job').values({
      id: given.id,
      kind: 'k',
      payload: '{}',
      run_at: 7,
      attempts: 0,
      lease_until: 0,
      dead: 0,
      last_error: given.place,
    }),
  )
  await add(db.query, { id: 'one', place: null })
  await add(db.query, { id: 'two', place: 'x' })
  const rows = await db.query.selectFrom('job').select(['run_at', 'last_error']).orderBy('id').execute()
  expect(rows).toEqual([
    { run_at: 7, last_error: null },
    { run_at: 7, last_error: 'x' },
  ])
})
