import { clipBytes } from '../../../server/gateways/fields'

describe('clipBytes', () => {
  it.each([
    ['坏了', 6, '坏了'],
    ['坏了', 5, '坏'],
    ['a坏了b', 5, 'a坏'],
    ['🍎🍎', 7, '🍎'],
    ['坏', 2, ''],
    ['', 80, ''],
  ])('ends %s within %d bytes with a whole character', (text, max, expected) => {
    expect(clipBytes(text, max)).toBe(expected)
  })
})
