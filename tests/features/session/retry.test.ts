import { createRetry, type RetryPolicy, retryPolicies } from '@/api/retry'
import type { Failure, FailureCode } from '@/domain/failure'

const failure = (code: FailureCode, retryAfter?: number): Failure => ({
  code,
  status: 503,
  ...(retryAfter === undefined ? {} : { retryAfter }),
})

/** Retries that fail every time, with the times of their runs in ms. */
function failing(policy: RetryPolicy) {
  const began = Date.now()
  const runs: number[] = []
  const retry = createRetry(() => {
    runs.push(Date.now() - began)
    retry.schedule(failure('unavailable'))
  }, policy)
  return { retry, runs }
}

const goOnline = () => window.dispatchEvent(new Event('online'))
const goOffline = () => {
  jest.spyOn(navigator, 'onLine', 'get').mockReturnValueOnce(false)
  window.dispatchEvent(new Event('offline'))
}

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.restoreAllMocks())

describe('createRetry', () => {
  it('runs after growing pauses, of which the last one repeats', () => {
    const { retry, runs } = failing({ delays: [1000, 2000, 5000] })
    retry.schedule()
    jest.advanceTimersByTime(20_000)
    expect(runs).toEqual([1000, 3000, 8000, 13_000, 18_000])
    retry.cancel()
  })

  it('runs at once when the network returns, and not when it is lost', () => {
    const { retry, runs } = failing({ delays: [60_000] })
    retry.schedule()
    jest.advanceTimersByTime(500)
    goOffline()
    expect(runs).toEqual([])
    goOnline()
    expect(runs).toEqual([500])
    retry.cancel()
  })

  it('restarts the pause after a run that the network started', () => {
    const { retry, runs } = failing({ delays: [1000] })
    retry.schedule()
    jest.advanceTimersByTime(900)
    goOnline()
    jest.advanceTimersByTime(900)
    expect(runs).toEqual([900])
    jest.advanceTimersByTime(100)
    expect(runs).toEqual([900, 1900])
    retry.cancel()
  })

  it('runs again when the network returns during a run that has no outcome yet', () => {
    const run = jest.fn()
    const retry = createRetry(run, { delays: [1000] })
    retry.schedule()
    jest.advanceTimersByTime(1000)
    goOnline()
    expect(run).toHaveBeenCalledTimes(2)
    retry.cancel()
  })

  it('waits only for the network under a policy without pauses', () => {
    const { retry, runs } = failing({ delays: [] })
    retry.schedule()
    jest.advanceTimersByTime(3_600_000)
    expect(runs).toEqual([])
    goOnline()
    expect(runs).toHaveLength(1)
    retry.cancel()
  })

  it('waits as long as the server demands', () => {
    const run = jest.fn()
    const retry = createRetry(run, { delays: [1000] })
    retry.schedule(failure('too-many', 30))
    jest.advanceTimersByTime(29_999)
    expect(run).not.toHaveBeenCalled()
    jest.advanceTimersByTime(1)
    expect(run).toHaveBeenCalledTimes(1)
  })

  it('does not run after a lasting failure, unless the policy says otherwise', () => {
    const run = jest.fn()
    const retry = createRetry(run, { delays: [1000] })
    retry.schedule(failure('timeout'))
    retry.schedule(failure('not-found'))
    jest.advanceTimersByTime(10_000)
    goOnline()
    expect(run).not.toHaveBeenCalled()
    const persistent = createRetry(run, { delays: [1000], isRetried: ({ code }) => code === 'not-found' })
    persistent.schedule(failure('not-found'))
    jest.advanceTimersByTime(1000)
    expect(run).toHaveBeenCalledTimes(1)
    persistent.cancel()
  })

  it('runs neither by time nor by network once canceled', () => {
    const run = jest.fn()
    const retry = createRetry(run, { delays: [1000] })
    retry.schedule()
    retry.cancel()
    jest.advanceTimersByTime(10_000)
    goOnline()
    expect(run).not.toHaveBeenCalled()
    expect(jest.getTimerCount()).toBe(0)
  })

  it('continues with the next pause after it was canceled, and with the first after a reset', () => {
    const { retry, runs } = failing({ delays: [1000, 8000] })
    retry.schedule()
    jest.advanceTimersByTime(1000)
    retry.cancel()
    retry.schedule()
    jest.advanceTimersByTime(7999)
    expect(runs).toEqual([1000])
    retry.reset()
    retry.schedule()
    jest.advanceTimersByTime(1000)
    expect(runs).toEqual([1000, 9999])
    retry.cancel()
  })
})

describe('retryPolicies', () => {
  it.each(Object.entries<RetryPolicy>(retryPolicies))('ends %s with its longest pause', (_, { delays }) => {
    expect(delays).toEqual([...delays].sort((a, b) => a - b))
  })

  it('repeats the opening of a shop after any failure', () => {
    const run = jest.fn()
    const retry = createRetry(run, retryPolicies.openShop)
    retry.schedule(failure('signed-out'))
    jest.advanceTimersByTime(2000)
    expect(run).toHaveBeenCalledTimes(1)
    retry.cancel()
  })
})
