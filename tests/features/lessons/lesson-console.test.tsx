import { fireEvent, render, screen, within } from '@testing-library/react'
import { LessonConsole } from '@/features/lessons/console/lesson-console'
import { fakeTaro, navigation, ok } from '../../support/components/taro'
import { problem } from '../orders/sample-orders'
import { advance, bring, lessonServer, press, sentActions, startLessonServer } from './lesson-setup'
import { board, LESSON_ID, learner, NOW } from './sample-lesson'

beforeEach(() => {
  jest.useFakeTimers()
  startLessonServer()
})

const openConsole = async () => {
  render(<LessonConsole lessonId={LESSON_ID} />)
  await advance(0)
}
const rows = () => screen.getAllByRole('listitem').map((row) => row.textContent)
const dialog = () => within(screen.getByRole('dialog'))

describe('LessonConsole', () => {
  it('shows the number, its QR code and that no learner has joined yet', async () => {
    await openConsole()
    expect(screen.getByText('4827')).toBeInTheDocument()
    expect(screen.getByRole('img', { name: '进课堂 4827 的二维码' })).toBeInTheDocument()
    expect(screen.getByText('等大家进来')).toBeInTheDocument()
  })

  it('lists the learners by urgency and moves a learner who raises a hand to the top', async () => {
    lessonServer.board = board([learner(1), learner(2, { movedAt: NOW - 80_000 })])
    await openConsole()
    expect(rows()).toEqual([expect.stringMatching(/^2 号站住了 1:20/), expect.stringMatching(/^1 号/)])
    bring(board([learner(1, { handAt: NOW }), learner(2, { movedAt: NOW - 80_000 })]))
    expect(rows()[0]).toMatch(/^1 号举手/)
    expect(screen.getByText('1 号举手')).toBeInTheDocument()
  })

  it('continues to count between two boards and stops when none arrives', async () => {
    lessonServer.board = board([learner(1, { spent: 60_000 })])
    await openConsole()
    bring(lessonServer.board)
    expect(screen.getByText('1:00')).toBeInTheDocument()
    await advance(5000)
    expect(screen.getByText('1:05')).toBeInTheDocument()
    lessonServer.reads = null
    await advance(60_000)
    expect(screen.getByText('1:08')).toBeInTheDocument()
    expect(screen.getByText(/^网断了/)).toBeInTheDocument()
  })

  it('brings all learners to a question', async () => {
    lessonServer.board = board([learner(1, { stage: 'terms' })])
    await openConsole()
    await press('带到第几步')
    await press('第 3 步：收钱送货，1 人在这一步')
    expect(sentActions()).toEqual([{ action: 'focus', question: 'terms', hasId: true }])
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.getByText('带大家到「收钱送货」了')).toBeInTheDocument()
  })

  it('pauses and resumes the clock', async () => {
    lessonServer.reply = () => ok(board([], { isPaused: true }))
    await openConsole()
    await press('停一停')
    expect(screen.getByText(/^停着/)).toBeInTheDocument()
    lessonServer.reply = () => ok(board())
    await press('接着来')
    expect(screen.getByRole('button', { name: '停一停' })).toBeInTheDocument()
    expect(sentActions().map(({ action }) => action)).toEqual(['pause', 'resume'])
  })

  it('gives the next example and says which one it is', async () => {
    lessonServer.reply = () => ok(board([], { example: 1 }))
    await openConsole()
    await press('下一个例子')
    expect(screen.getByText('例子：土蜂蜜，一瓶 68 元')).toBeInTheDocument()
  })

  it('sends one action when a button is pressed twice, and the same id again after a lost reply', async () => {
    lessonServer.reply = () => null
    await openConsole()
    const button = screen.getByRole('button', { name: '下一个例子' })
    fireEvent.click(button)
    fireEvent.click(button)
    await advance(0)
    expect(sentActions()).toHaveLength(1)
    expect(screen.getByRole('alert')).toHaveTextContent('没连上')
    await press('下一个例子')
    const ids = fakeTaro.requests
      .filter(({ path }) => path.endsWith('/actions'))
      .map(({ body }) => (body as { id: string }).id)
    expect(new Set(ids).size).toBe(1)
  })

  describe('for one learner', () => {
    beforeEach(async () => {
      lessonServer.board = board([learner(7, { stage: 'product', handAt: NOW })])
      await openConsole()
      await press(/^7 号 ?举手/)
    })

    it('points at a place of the question where the learner is', async () => {
      expect(dialog().queryByRole('button', { name: '送货' })).toBeNull()
      await press('价钱')
      expect(sentActions()).toMatchObject([{ action: 'point', place: 'price' }])
      expect(dialog().getByText('指着「价钱」了')).toBeInTheDocument()
      bring(board([learner(7, { stage: 'look' })]))
      expect(dialog().getByRole('button', { name: '开张' })).toBeInTheDocument()
    })

    it('lowers the hand', async () => {
      await press('帮好了，放下手')
      expect(sentActions()).toMatchObject([{ action: 'lower-hand' }])
      expect(screen.getByText('7 号的手放下了')).toBeInTheDocument()
    })

    it('asks for confirmation before it removes the learner', async () => {
      await press('请出课堂')
      expect(sentActions()).toEqual([])
      await press('留下')
      await press('请出课堂')
      await press('请出去')
      expect(sentActions()).toMatchObject([{ action: 'remove' }])
      expect(dialog().getByText('7 号出课堂了')).toBeInTheDocument()
    })

    it('lets a removed learner in again', async () => {
      await press('请出课堂')
      await press('请出去')
      bring(board([]))
      await press('请错了，让他回来')
      expect(sentActions()[1]).toMatchObject({ action: 'readmit', learnerId: learner(7).id })
      expect(screen.getByText('7 号能进来了，请他再扫一次码')).toBeInTheDocument()
    })

    it('locks the lesson after a removal, and shows that it is locked until it is unlocked', async () => {
      await press('请出课堂')
      await press('请出去')
      lessonServer.reply = () => ok(board([], { isLocked: true }))
      await press('锁上课堂')
      expect(screen.queryByRole('dialog')).toBeNull()
      expect(screen.getAllByText('锁上了，新来的进不来').length).toBeGreaterThan(0)
      lessonServer.reply = () => ok(board())
      await press('打开')
      expect(sentActions().map(({ action }) => action)).toEqual(['remove', 'lock', 'unlock'])
      expect(screen.queryByRole('button', { name: '打开' })).toBeNull()
    })

    it('reports that the learner has left meanwhile', async () => {
      lessonServer.reply = () => problem(404, 'not-found')
      await press('价钱')
      expect(dialog().getByRole('alert')).toHaveTextContent('他已经不在课堂里了。')
      bring(board([]))
      expect(dialog().getByText('他已经不在课堂里了。')).toBeInTheDocument()
    })
  })

  describe('connection of a big screen', () => {
    const enterCode = async (digits: string) => {
      await press('接大屏')
      fireEvent.input(screen.getByLabelText('屏上的六个数'), { target: { value: digits } })
      await press('接上')
    }

    it('connects the screen that shows the code', async () => {
      lessonServer.reply = () => ok({ connected: true })
      await openConsole()
      await enterCode('12 34 56')
      expect(fakeTaro.requests.find(({ path }) => path.endsWith('/screens'))?.body).toEqual({
        code: '123456',
      })
      expect(screen.getByText('大屏接上了')).toBeInTheDocument()
    })

    it('reports that no screen shows the code', async () => {
      lessonServer.reply = () => ok({ connected: false })
      await openConsole()
      await enterCode('654321')
      expect(dialog().getByRole('alert')).toHaveTextContent('没有哪块屏是这个数')
    })

    it('opens the board in this browser', async () => {
      await openConsole()
      await press('接大屏')
      await press('就在这台机器上打开大屏')
      expect(fakeTaro.navigations).toEqual([navigation(`/pages/centre/board?lesson=${LESSON_ID}`)])
    })
  })

  it('asks for confirmation before it ends the lesson, and then leads to the lesson sheet', async () => {
    const learners = [learner(1, { stage: 'opened', spent: 161_000 })]
    lessonServer.board = board(learners)
    lessonServer.reply = () => ok(board(learners, { endedAt: NOW }))
    await openConsole()
    await press('下课')
    expect(sentActions()).toEqual([])
    fireEvent.click(dialog().getByRole('button', { name: '下课' }))
    await advance(0)
    expect(screen.getByText('1 人学，1 人开张，中位 2 分 41 秒')).toBeInTheDocument()
    await press('看这堂课的单子')
    expect(fakeTaro.navigations.at(-1)?.url).toBe(`/pages/centre/sheet?lesson=${LESSON_ID}`)
  })

  it('reports that the lesson cannot be opened once the trainer was removed', async () => {
    await openConsole()
    lessonServer.reads = problem(404, 'not-found')
    await advance(2000)
    expect(screen.getByText('这堂课打不开')).toBeInTheDocument()
    await press('回服务站')
    expect(fakeTaro.navigations.at(-1)?.url).toBe('/pages/centre/index')
  })
})
