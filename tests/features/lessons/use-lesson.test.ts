import { act, renderHook } from '@testing-library/react'
import { useLesson } from '@/api/use-lesson'
import { POLL_EVERY_MS } from '@/domain/lesson/lesson'
import {
  type FakeWebSocket,
  fakeSockets,
  installFakeWebSocket,
} from '../../support/components/fake-web-socket'
import { type Answer, fakeTaro, ok } from '../../support/components/taro'
import { board, LESSON_ID, learner } from './sample-lesson'

let reads: Answer | null
let tickets: Answer | null

beforeEach(() => {
  jest.useFakeTimers()
  fakeTaro.reset()
  installFakeWebSocket()
  reads = ok(board())
  tickets = ok({ ticket: 'ticket-1' })
  fakeTaro.answerSignedIn(({ path }) => {
    return path.endsWith('/tickets') ? tickets : reads
  })
})

const advance = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms))
const countRequests = (end: string) => fakeTaro.requests.filter(({ path }) => path.endsWith(end)).length
const follow = async () => {
  const hook = renderHook(() => useLesson('board', LESSON_ID))
  await advance(0)
  return hook
}
const lastSocket = () => fakeSockets[fakeSockets.length - 1] as FakeWebSocket
const GONE: Answer = { status: 404, body: { code: 'not-found', status: 404 } }

describe('useLesson', () => {
  it('reads the board and shows boards of a socket, which sends the ticket as its first message', async () => {
    const { result } = await follow()
    expect(result.current.data?.learners).toEqual([])
    expect(lastSocket().url).toBe('ws://127.0.0.1:4180/api/lesson-socket')
    act(() => lastSocket().accept())
    expect(lastSocket().sent).toEqual(['ticket-1'])
    act(() => lastSocket().bring({ board: board([learner(1)]) }))
    expect(result.current).toMatchObject({ isLive: true, data: { learners: [{ seat: 1 }] } })
  })

  it('polls while there is no socket, and not while there is one', async () => {
    tickets = { status: 503, body: { code: 'unavailable', status: 503 } }
    const { result } = await follow()
    reads = ok(board([learner(1)]))
    await advance(2000)
    expect(result.current).toMatchObject({ isLive: false, data: { learners: [{ seat: 1 }] } })
    tickets = ok({ ticket: 'ticket-2' })
    await advance(4000)
    act(() => lastSocket().bring({ board: board() }))
    const before = countRequests('/board')
    await advance(10_000)
    expect(countRequests('/board')).toBe(before)
  })

  it('replaces a lost socket after growing pauses, each with a ticket of its own', async () => {
    await follow()
    act(() => lastSocket().lose())
    await advance(1000)
    expect(fakeSockets).toHaveLength(2)
    act(() => lastSocket().lose())
    await advance(1999)
    expect(fakeSockets).toHaveLength(2)
    await advance(1)
    expect(fakeSockets).toHaveLength(3)
    expect(countRequests('/tickets')).toBe(3)
  })

  it('replaces a socket that has delivered no board for 12 s', async () => {
    const { result } = await follow()
    const [first] = fakeSockets
    act(() => first?.bring({ board: board() }))
    await advance(12_000)
    expect(first?.isClosed).toBe(true)
    expect(result.current.isLive).toBe(false)
    await advance(1000)
    expect(fakeSockets).toHaveLength(2)
  })

  it('continues polling when the socket delivers the view of a learner instead of the board', async () => {
    const { result } = await follow()
    act(() => lastSocket().bring({ attendance: { seat: 3 } }))
    expect(result.current.isLive).toBe(false)
    const before = countRequests('/board')
    await advance(POLL_EVERY_MS.board)
    expect(countRequests('/board')).toBe(before + 1)
  })

  it('keeps the last board while the network is down', async () => {
    const { result } = await follow()
    act(() => lastSocket().bring({ board: board([learner(1)]) }))
    reads = tickets = null
    act(() => lastSocket().lose())
    await advance(2000)
    expect(result.current).toMatchObject({ failure: { code: 'offline' }, data: { learners: [{ seat: 1 }] } })
  })

  it('stops following once the caller has no role in the lesson', async () => {
    const { result } = await follow()
    reads = tickets = GONE
    act(() => lastSocket().lose())
    await advance(2000)
    expect(result.current.failure?.code).toBe('not-found')
    const before = fakeTaro.requests.length
    await advance(60_000)
    expect(fakeTaro.requests).toHaveLength(before)
  })

  it('stops following once the lesson is over', async () => {
    const { result } = await follow()
    act(() => lastSocket().bring({ board: board([], { endedAt: 5 }) }))
    expect(result.current.data?.lesson.endedAt).toBe(5)
    expect(lastSocket().isClosed).toBe(true)
    const before = fakeTaro.requests.length
    await advance(60_000)
    expect(fakeTaro.requests).toHaveLength(before)
  })

  it('closes its socket while the page is hidden and opens another when it is shown again', async () => {
    await follow()
    act(() => fakeTaro.hide())
    expect(lastSocket().isClosed).toBe(true)
    const before = fakeTaro.requests.length
    await advance(60_000)
    expect(fakeTaro.requests).toHaveLength(before)
    act(() => fakeTaro.show())
    await advance(0)
    expect(fakeSockets).toHaveLength(2)
  })

  it('leaves nothing running when it is unmounted', async () => {
    const { unmount } = await follow()
    unmount()
    expect(lastSocket().isClosed).toBe(true)
    expect(jest.getTimerCount()).toBe(0)
  })
})
