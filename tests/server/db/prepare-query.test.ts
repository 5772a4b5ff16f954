import { prepareQuery } from '../../../server/db/prepare-query'
import { perFile } from '../../support/per-test'
import { testDatabase } from '../support/database'

const db = perFile(testDatabase, 'close')

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

test('prepareQuery binds a row by its columns and builds a query of its own when a row is absent', async () => {
  type Account = { id: string; created_at: number }
  let built = 0
  const add = prepareQuery((query, { first, second }: { first: Account; second?: Account | undefined }) => {
    built++
    return query
      .insertInto('account')
      .values(second ? [first, second] : first)
      .returning('id')
  })
  const ids = (...names: string[]) => names.map((id) => ({ id }))
  const account = (id: string): Account => ({ id, created_at: 1 })
  expect(await add(db.query, { first: account('r1') })).toEqual(ids('r1'))
  expect(await add(db.query, { first: account('r2') })).toEqual(ids('r2'))
  expect(await add(db.query, { first: account('r3'), second: account('r4') })).toEqual(ids('r3', 'r4'))
  expect(built).toBe(2)
})

test('prepareQuery builds a query of its own when a value is absent', async () => {
  const accounts = prepareQuery((query, given: { rows: number; id: string | undefined }) => {
    const select = query.selectFrom('account').select('id').orderBy('id').limit(given.rows)
    return given.id === undefined ? select : select.where('id', '=', given.id)
  })
  expect(await accounts(db.query, { rows: 2, id: undefined })).toEqual([{ id: 'a0' }, { id: 'a1' }])
  expect(await accounts(db.query, { rows: 2, id: 'a4' })).toEqual([{ id: 'a4' }])
  expect(await accounts(db.query, { rows: 1, id: undefined })).toEqual([{ id: 'a0' }])
})
