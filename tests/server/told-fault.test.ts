import { runInNewContext } from 'node:vm'
import { sanitizeError } from '../../server/sanitize-error'

const told = (source: string): string => sanitizeError(runInNewContext(source))

test('an error is told by its name, its code and its message, whichever realm made it', () => {
  expect(sanitizeError(new RangeError('too far'))).toMatch(/^RangeError: too far\n\s+at /)
  expect(told(`new TypeError('no such table')`)).toMatch(/^TypeError: no such table/)
  expect(told(`Object.assign(new Error('is full'), { code: 'ENOSPC' })`)).toMatch(/^Error ENOSPC: is full/)
})

test('what is no error is told by its kind only', () => {
  expect([`'13712345678'`, 'null', '({ phone: "13712345678" })', 'undefined'].map(told)).toEqual([
    'string',
    'object',
    'object',
    'undefined',
  ])
})

test('what may be somebody’s is left out', () => {
  expect(sanitizeError(new Error('no room for 收货人, 137 1234 5678 "成县"')).split('\n')[0]).toBe(
    'Error: no room for …, … …',
  )
})
