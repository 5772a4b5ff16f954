import { runInNewContext } from 'node:vm'
import { sanitizeError } from '../../server/sanitize-error'

const sanitizeForeign = (source: string): string => sanitizeError(runInNewContext(source))

test('sanitizeError keeps the name, code and message of an error of any realm', () => {
  expect(sanitizeError(new RangeError('too far'))).toMatch(/^RangeError: too far\n\s+at /)
  expect(sanitizeForeign(`new TypeError('no such table')`)).toMatch(/^TypeError: no such table/)
  expect(sanitizeForeign(`Object.assign(new Error('is full'), { code: 'ENOSPC' })`)).toMatch(
    /^Error ENOSPC: is full/,
  )
})

test('sanitizeError reduces a value that is not an error to its type', () => {
  expect([`'13712345678'`, 'null', '({ phone: "13712345678" })', 'undefined'].map(sanitizeForeign)).toEqual([
    'string',
    'object',
    'object',
    'undefined',
  ])
})

test('sanitizeError removes names, phone numbers and quoted texts', () => {
  expect(sanitizeError(new Error('no room for 收货人, 137 1234 5678 "成县"')).split('\n')[0]).toBe(
    'Error: no room for …, … …',
  )
})
