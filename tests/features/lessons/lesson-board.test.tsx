import { render, screen, within } from '@testing-library/react'
import { boardLayout } from '@/features/lessons/board/board-layout'
import { BoardScreen } from '@/features/lessons/board/board-screen'
import { problem } from '../orders/sample-orders'
import { advance, bring, lessonServer, startLessonServer } from './lesson-setup'
import { board, LESSON_ID, learner, NOW } from './sample-lesson'

beforeEach(() => {
  jest.useFakeTimers()
  startLessonServer()
})

const openBoard = async () => {
  const { container } = render(<BoardScreen lessonId={LESSON_ID} />)
  await advance(0)
  return container
}
const cards = () => screen.getAllByRole('listitem').map((card) => card.textContent)

describe('BoardScreen', () => {
  it('shows in large how to join while no learner has joined', async () => {
    await openBoard()
    expect(screen.getByText('扫码进课堂')).toBeInTheDocument()
    expect(screen.getByText('4827')).toBeInTheDocument()
    expect(screen.queryByRole('listitem')).toBeNull()
  })

  it('shows every learner by seat, with time and state, and the figures of the class', async () => {
    lessonServer.board = board([
      learner(1, { stage: 'opened', spent: 161_000 }),
      learner(2, { stage: 'terms', spent: 185_000 }),
      learner(3, { handAt: NOW }),
      learner(4, { movedAt: NOW - 80_000 }),
      learner(5, { seenAt: NOW - 60_000 }),
    ])
    await openBoard()
    expect(cards()).toEqual([
      '1 号2:41已开张',
      '2 号3:05在做：收钱送货',
      '3 号1:00举手',
      '4 号1:00站住了 1:20',
      '5 号1:00没连上',
    ])
    expect(screen.getByRole('heading', { level: 1, name: '沙坝镇服务站' })).toBeInTheDocument()
    expect(screen.getByText('11月26日 星期四')).toBeInTheDocument()
    expect(screen.getByText('5 人在学，1 人已开张')).toBeInTheDocument()
    expect(screen.getByText('中位 2 分 41 秒')).toBeInTheDocument()
  })

  it('omits time and progress on a full board, and keeps the state and seat of each learner', async () => {
    lessonServer.board = board(Array.from({ length: 60 }, (_, at) => learner(at + 1, { stage: 'terms' })))
    await openBoard()
    expect(cards()).toHaveLength(60)
    expect(cards()[59]).toBe('60 号第 3 步')
    bring(board(Array.from({ length: 61 }, (_, at) => learner(at + 1))))
    expect(screen.getByRole('listitem', { name: '61 号，第 1 步' })).toBeInTheDocument()
  })

  it('shows the question and the example for a while over the board, then beside the title', async () => {
    lessonServer.board = board([learner(1)])
    const container = await openBoard()
    const overlay = () => container.querySelector('.board-announcement')
    bring(board([learner(1)], { focus: { question: 'product', turn: 1 } }))
    expect(overlay()).toHaveTextContent('大家一起做第 2 步')
    bring(board([learner(1)], { focus: { question: 'product', turn: 1 }, example: 0 }))
    expect(overlay()).toHaveTextContent('核桃，一斤25 元')
    await advance(8000)
    expect(overlay()).toBeNull()
    expect(within(screen.getByRole('status')).getByText('第 2 步：第一件货')).toBeInTheDocument()
    expect(screen.getByText('核桃，一斤')).toBeInTheDocument()
  })

  it('shows no announcement when the board is opened after an example was given', async () => {
    lessonServer.board = board([learner(1)], { example: 0 })
    const container = await openBoard()
    expect(container.querySelector('.board-announcement')).toBeNull()
  })

  it('says that the lesson is paused', async () => {
    lessonServer.board = board([learner(1)], { isPaused: true })
    await openBoard()
    expect(screen.getByText('停一停，听老师讲')).toBeInTheDocument()
  })

  it('celebrates when every learner has opened a shop', async () => {
    lessonServer.board = board([learner(1, { stage: 'opened' })])
    await openBoard()
    expect(screen.getByText('全班都开张了')).toBeInTheDocument()
  })

  it('keeps the last board when the network drops, and reports it', async () => {
    lessonServer.board = board([learner(1)])
    await openBoard()
    lessonServer.reads = null
    await advance(60_000)
    expect(cards()).toEqual(['1 号1:08在做：行当'])
    expect(screen.getByText(/^网断了/)).toBeInTheDocument()
  })

  it('shows no lesson number once the lesson is over, and keeps the last states', async () => {
    lessonServer.board = board([learner(1)], { endedAt: NOW })
    await openBoard()
    await advance(60_000)
    expect(screen.getByText('下课了')).toBeInTheDocument()
    expect(cards()).toEqual(['1 号1:00在做：行当'])
    expect(screen.queryByRole('img', { name: /二维码/ })).toBeNull()
  })

  it('shows a connection code when the account is not that of the teacher', async () => {
    lessonServer.reads = problem(404, 'not-found')
    lessonServer.reply = ({ method }) =>
      method === 'PUT' ? { status: 200, body: { code: '042817', expiresAt: NOW } } : problem(404, 'not-found')
    await openBoard()
    await advance(0)
    expect(screen.getByRole('img', { name: '六个数：0 4 2 8 1 7' })).toBeInTheDocument()
  })
})

describe('boardLayout', () => {
  it.each([
    [1, { density: 'large', columns: 3 }],
    [8, { density: 'large', columns: 4 }],
    [15, { density: 'roomy', columns: 5 }],
    [30, { density: 'normal', columns: 6 }],
    [60, { density: 'dense', columns: 10 }],
    [100, { density: 'tiny', columns: 12 }],
  ])('lays %i cards out as %j', (cardCount, layout) => {
    expect(boardLayout(cardCount)).toMatchObject(layout)
  })
})
