import { RateLimiter } from '../../../server/http/limits/rate-limiter'

/** Sends a request and counts `more` further ones in the rate limit that counted it last, without sending them. */
export async function sendAndSpend<T>(send: () => Promise<T>, more: number): Promise<T> {
  const consume = jest.spyOn(RateLimiter.prototype, 'consume')
  const answer = await send()
  const [limiter, call] = [consume.mock.contexts.at(-1), consume.mock.lastCall]
  consume.mockRestore()
  if (!(limiter instanceof RateLimiter) || !call) throw new Error('no rate limit counted the request')
  for (let i = 0; i < more; i++) limiter.consume(...call)
  return answer
}
