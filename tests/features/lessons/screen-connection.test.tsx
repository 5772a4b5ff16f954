import { render, screen } from '@testing-library/react'
import { BoardScreen } from '@/features/lessons/board/board-screen'
import { type Answer, fakeTaro, ok } from '../../support/components/taro'
import { problem } from '../orders/sample-orders'
import { advance, lessonServer, press, startLessonServer } from './lesson-setup'
import { board, LESSON_ID, learner, NOW } from './sample-lesson'

let code: Answer | null
let connected: Answer

beforeEach(() => {
  jest.useFakeTimers({ now: NOW })
  startLessonServer()
  code = ok({ code: '042817', expiresAt: NOW + 600_000 })
  connected = ok({})
  lessonServer.reply = ({ method }) => (method === 'PUT' ? code : connected)
})

const openScreen = async () => {
  const page = render(<BoardScreen />)
  await advance(0)
  await advance(0)
  return page
}
const asked = () =>
  fakeTaro.requests.filter(({ method, path }) => method === 'PUT' && path.includes('/lesson-screens/'))
const connect = async () => {
  connected = ok({ lessonId: LESSON_ID })
  lessonServer.board = board([learner(1)])
  await advance(2000)
  await advance(0)
}

describe('BoardScreen without a lesson', () => {
  it('shows six digits until the trainer connects it, then the board', async () => {
    await openScreen()
    expect(screen.getByRole('img', { name: '六个数：0 4 2 8 1 7' })).toBeInTheDocument()
    await connect()
    expect(screen.getByText('1 号')).toBeInTheDocument()
  })

  it('replaces an expired code by the code of a new screen', async () => {
    await openScreen()
    code = ok({ code: '555000', expiresAt: NOW + 1_200_000 })
    await advance(599_000)
    expect(asked()).toHaveLength(1)
    await advance(3000)
    expect(screen.getByRole('img', { name: '六个数：5 5 5 0 0 0' })).toBeInTheDocument()
    const [first, second] = asked()
    expect(first?.path).not.toBe(second?.path)
  })

  it('shows the board again after a reload, without another code', async () => {
    const page = await openScreen()
    await connect()
    page.unmount()
    const before = asked().length
    await openScreen()
    expect(screen.getByText('1 号')).toBeInTheDocument()
    expect(asked()).toHaveLength(before)
  })

  it('reports that the server is not reached and retries', async () => {
    code = null
    await openScreen()
    expect(screen.getByText(/^没连上，正在再试/)).toBeInTheDocument()
    code = ok({ code: '042817', expiresAt: NOW })
    await advance(2000)
    expect(screen.getByText(/填这六个数/)).toBeInTheDocument()
  })

  it('shows a new code when the lesson can no longer be viewed', async () => {
    await openScreen()
    await connect()
    connected = ok({})
    lessonServer.reads = problem(404, 'not-found')
    await advance(2000)
    await advance(2000)
    expect(screen.getByText('这块屏和课堂断开了')).toBeInTheDocument()
    expect(screen.getByRole('img', { name: /^六个数/ })).toBeInTheDocument()
  })

  it('can be connected to another lesson after the end', async () => {
    await openScreen()
    connected = ok({ lessonId: LESSON_ID })
    lessonServer.board = board([learner(1)], { endedAt: NOW })
    await advance(2000)
    await advance(0)
    connected = ok({})
    await press('接另一堂课')
    await advance(0)
    expect(screen.getByRole('img', { name: /^六个数/ })).toBeInTheDocument()
  })
})
