import type { IncomingMessage } from 'node:http'
import { enforceMinimumRate } from '../../../server/http/limits/minimum-rate'

describe('enforceMinimumRate', () => {
  beforeEach(() => {
    jest.useFakeTimers()
  })
  afterEach(() => {
    jest.useRealTimers()
  })

  it('reports a request that receives too few bytes in any window', () => {
    const socket = { bytesRead: 500 }
    const tooSlow = jest.fn()
    const stop = enforceMinimumRate({ socket } as IncomingMessage, { bytes: 100, every: 1000 }, tooSlow)
    socket.bytesRead += 100
    jest.advanceTimersByTime(1000)
    socket.bytesRead += 5000
    jest.advanceTimersByTime(1000)
    expect(tooSlow).not.toHaveBeenCalled()
    socket.bytesRead += 99
    jest.advanceTimersByTime(1000)
    expect(tooSlow).toHaveBeenCalledTimes(1)
    stop()
    jest.advanceTimersByTime(5000)
    expect(tooSlow).toHaveBeenCalledTimes(1)
  })
})
