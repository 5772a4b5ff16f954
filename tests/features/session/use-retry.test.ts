import { renderHook } from '@testing-library/react'
import type { RetryPolicy } from '@/api/retry'
import { useRetry } from '@/api/retry'
import type { Failure } from '@/domain/failure'

const POLICY: RetryPolicy = { delays: [1000, 4000] }
const failed = (): Failure => ({ code: 'unavailable', status: 503 })

interface Props {
  failure: Failure | undefined
  retry(): void
  isActive?: boolean
}

const render = (initialProps: Props) =>
  renderHook(({ failure, retry, isActive }: Props) => useRetry(failure, retry, POLICY, isActive), {
    initialProps,
  })

beforeEach(() => jest.useFakeTimers())

describe('useRetry', () => {
  it('retries after each new failure with growing pauses', () => {
    const retry = jest.fn()
    const { rerender } = render({ failure: failed(), retry })
    jest.advanceTimersByTime(1000)
    expect(retry).toHaveBeenCalledTimes(1)
    jest.advanceTimersByTime(60_000)
    expect(retry).toHaveBeenCalledTimes(1)
    rerender({ failure: failed(), retry })
    jest.advanceTimersByTime(3999)
    expect(retry).toHaveBeenCalledTimes(1)
    jest.advanceTimersByTime(1)
    expect(retry).toHaveBeenCalledTimes(2)
  })

  it('starts over with the first pause after a success', () => {
    const retry = jest.fn()
    const { rerender } = render({ failure: failed(), retry })
    jest.advanceTimersByTime(1000)
    rerender({ failure: undefined, retry })
    rerender({ failure: failed(), retry })
    jest.advanceTimersByTime(1000)
    expect(retry).toHaveBeenCalledTimes(2)
  })

  it('calls the function of the latest render', () => {
    const [first, second] = [jest.fn(), jest.fn()]
    const failure = failed()
    const { rerender } = render({ failure, retry: first })
    jest.advanceTimersByTime(900)
    rerender({ failure, retry: second })
    jest.advanceTimersByTime(100)
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1])
  })

  it('waits while it is not active', () => {
    const retry = jest.fn()
    const failure = failed()
    const { rerender } = render({ failure, retry, isActive: false })
    jest.advanceTimersByTime(60_000)
    window.dispatchEvent(new Event('online'))
    expect(retry).not.toHaveBeenCalled()
    rerender({ failure, retry, isActive: true })
    jest.advanceTimersByTime(1000)
    expect(retry).toHaveBeenCalledTimes(1)
  })

  it('stops with its component', () => {
    const retry = jest.fn()
    const { unmount } = render({ failure: failed(), retry })
    unmount()
    jest.advanceTimersByTime(60_000)
    window.dispatchEvent(new Event('online'))
    expect(retry).not.toHaveBeenCalled()
  })
})
