import { snakeCase, withColumnNames } from '../../../server/db/snake-case'

test.each([
  ['note', 'note'],
  ['pickupNote', 'pickup_note'],
  ['shelfLifeDays', 'shelf_life_days'],
])('the column of %s is %s', (name, column) => {
  expect(snakeCase(name)).toBe(column)
})

test('withColumnNames keeps the values, and its type knows the columns', () => {
  const columns: { pickup_note: string; note: string } = withColumnNames({ pickupNote: 'a', note: 'b' })
  expect(columns).toEqual({ pickup_note: 'a', note: 'b' })
})
