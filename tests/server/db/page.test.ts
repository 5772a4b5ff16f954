import fc from 'fast-check'
import { pageOf, readCursor, writeCursor } from '../../../server/db/pagination'
import { newId } from '../support/world'

test('a cursor reads back as it was written; anything else is refused', () => {
  fc.assert(
    fc.property(fc.nat(2 ** 31), (at) => {
      const cursor = { at, id: newId() }
      expect(readCursor(writeCursor(cursor))).toEqual(cursor)
    }),
  )
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => readCursor(text)).toThrow('bad-input')
    }),
  )
  expect(readCursor(undefined)).toBeUndefined()
})

test('there is a next page exactly when there is more', () => {
  const cut = (rows: number[], limit: number) =>
    pageOf(
      rows,
      limit,
      (at) => ({ at, id: newId() }),
      (row) => row,
    )
  expect(cut([1, 2], 2)).toEqual({ items: [1, 2] })
  expect(cut([1, 2, 3], 2)).toEqual({ items: [1, 2], next: expect.any(String) })
  expect(cut([], 2)).toEqual({ items: [] })
})
