import fc from 'fast-check'
import { decodeCursor, encodeCursor, toPage } from '../../../server/db/pagination'
import { forAll } from '../../support/for-all'
import { newId } from '../support/test-environment'

test('decodeCursor reads what encodeCursor wrote and rejects any other text', () => {
  forAll(fc.nat(2 ** 31), (at) => {
    const cursor = { at, id: newId() }
    expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor)
  })
  forAll(fc.string(), (text) => {
    expect(() => decodeCursor(text)).toThrow('bad-input')
  })
  expect(decodeCursor(undefined)).toBeUndefined()
})

test('toPage adds a cursor exactly when there are more rows', () => {
  const cut = (rows: number[], limit: number) =>
    toPage(
      rows,
      limit,
      (at) => ({ at, id: newId() }),
      (row) => row,
    )
  expect(cut([1, 2], 2)).toEqual({ items: [1, 2] })
  expect(cut([1, 2, 3], 2)).toEqual({ items: [1, 2], next: expect.any(String) })
  expect(cut([], 2)).toEqual({ items: [] })
})
