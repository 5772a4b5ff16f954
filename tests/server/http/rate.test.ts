import { ApiError } from '../../../server/api-error'
import { RateLimiter } from '../../../server/http/rate-limiter'

test('a caller has so many turns in a window, and new ones in the next', () => {
  let now = 0
  const rate = new RateLimiter(2, 1000, () => now)
  rate.take('a')
  rate.take('a')
  now = 400
  const refusal = (() => {
    try {
      rate.take('a')
      return undefined
    } catch (error) {
      return error
    }
  })()
  expect(refusal).toBeInstanceOf(ApiError)
  expect(refusal).toMatchObject({ code: 'too-many', facts: { retryAfter: 0.6 } })
  rate.take('b')
  rate.giveBack('a')
  rate.take('a')
  now = 1000
  rate.take('a')
})

test('callers that come no more are forgotten, however many there were', () => {
  let now = 0
  const rate = new RateLimiter(1, 1000, () => now)
  for (let i = 0; i < 60_000; i++) rate.take(`early ${i}`)
  rate.take('early 0')
  expect(() => rate.take('early 59999')).toThrow('too-many')
  now = 1000
  rate.take('early 59999')
})
