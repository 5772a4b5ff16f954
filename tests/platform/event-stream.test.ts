import { followEvents } from '@/platform/network/event-stream'

/** The streams that are open, oldest first. */
let streams: FakeStream[]

class FakeStream {
  static readonly CLOSED = 2
  readyState = 1
  onmessage: ((event: { data: string }) => void) | undefined
  onerror: (() => void) | undefined
  constructor(readonly path: string) {
    streams.push(this)
  }
  close() {
    streams = streams.filter((one) => one !== this)
  }
}

/** The locks of a browser: each request waits until the ones before it have ended. */
function fakeLocks() {
  const last = new Map<string, Promise<void>>()
  return {
    request(name: string, act: () => Promise<void>) {
      const turn = (last.get(name) ?? Promise.resolve()).then(act)
      last.set(name, turn)
      return turn
    },
  }
}

const setLocks = (locks: object | undefined) =>
  Object.defineProperty(navigator, 'locks', { value: locks, configurable: true })

const settle = () => jest.advanceTimersByTimeAsync(0)

const follow = (path: string) => {
  const on = { onMessage: jest.fn(), onLive: jest.fn() }
  return { ...on, end: followEvents(path, on) }
}

beforeEach(() => {
  jest.useFakeTimers()
  streams = []
  Object.assign(globalThis, { EventSource: FakeStream })
})
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'EventSource')
  Reflect.deleteProperty(navigator, 'locks')
})

describe('followEvents', () => {
  it('passes messages on, and reopens a stream that the browser has closed', async () => {
    const { onMessage, onLive, end } = follow('/events')
    streams[0]?.onmessage?.({ data: 'orders' })
    expect([onMessage.mock.calls, onLive.mock.calls]).toEqual([[['orders']], [[true]]])
    const [first] = streams
    Object.assign(first ?? {}, { readyState: FakeStream.CLOSED })
    first?.onerror?.()
    expect(onLive).toHaveBeenLastCalledWith(false)
    await jest.advanceTimersByTimeAsync(5000)
    expect(streams).toHaveLength(2)
    end()
    expect(streams).toEqual([first])
  })

  it('opens one stream for several tabs, and another one when the tab of the stream is closed', async () => {
    setLocks(fakeLocks())
    const [first, second, other] = [follow('/a'), follow('/a'), follow('/b')]
    await settle()
    expect(streams.map(({ path }) => path)).toEqual(['/a', '/b'])
    first.end()
    await settle()
    expect(streams.map(({ path }) => path)).toEqual(['/b', '/a'])
    second.end()
    other.end()
    await settle()
    expect(streams).toEqual([])
  })

  it('opens no stream for a tab that was closed while it waited', async () => {
    setLocks(fakeLocks())
    const [first, second] = [follow('/a'), follow('/a')]
    await settle()
    second.end()
    first.end()
    await settle()
    expect(streams).toEqual([])
  })

  it('opens a stream when locks are refused, unless it was ended meanwhile', async () => {
    setLocks({ request: () => Promise.reject(new DOMException('refused', 'SecurityError')) })
    const followed = follow('/a')
    follow('/b').end()
    await settle()
    expect(streams.map(({ path }) => path)).toEqual(['/a'])
    followed.end()
    expect(streams).toEqual([])
  })
})
