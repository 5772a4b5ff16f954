import { ApiError } from '../../../server/api-error'
import { RateLimiter } from '../../../server/http/limits/rate-limiter'

test('RateLimiter allows a number of calls per window and caller', () => {
  let now = 0
  const rate = new RateLimiter(2, 1000, () => now)
  rate.consume('a')
  rate.consume('a')
  now = 400
  const refusal = (() => {
    try {
      rate.consume('a')
      return undefined
    } catch (error) {
      return error
    }
  })()
  expect(refusal).toBeInstanceOf(ApiError)
  expect(refusal).toMatchObject({ code: 'too-many', details: { retryAfter: 0.6 } })
  rate.consume('b')
  rate.refund('a')
  rate.consume('a')
  now = 1000
  rate.consume('a')
})

test('RateLimiter forgets callers of earlier windows', () => {
  let now = 0
  const rate = new RateLimiter(1, 1000, () => now)
  for (let i = 0; i < 60_000; i++) rate.consume(`early ${i}`)
  rate.consume('early 0')
  expect(() => rate.consume('early 59999')).toThrow('too-many')
  now = 1000
  rate.consume('early 59999')
})
