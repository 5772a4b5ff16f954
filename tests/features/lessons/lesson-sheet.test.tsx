import { render, screen } from '@testing-library/react'
import { LessonSheet } from '@/features/lessons/sheet/lesson-sheet'
import { fakeTaro } from '../../support/components/taro'
import { problem } from '../orders/sample-orders'
import { advance, lessonServer, press, startLessonServer } from './lesson-setup'
import { board, LESSON_ID, learner, NOW } from './sample-lesson'

beforeEach(() => {
  jest.useFakeTimers()
  startLessonServer()
})

const openSheet = async () => {
  render(<LessonSheet lessonId={LESSON_ID} />)
  await advance(0)
}
const rows = () => screen.getAllByRole('row').map((row) => [...row.children].map((cell) => cell.textContent))

describe('LessonSheet', () => {
  it('lists every seat with the stage and the time, and the figures', async () => {
    lessonServer.board = board(
      [learner(1, { stage: 'opened', spent: 161_000 }), learner(2, { stage: 'terms', spent: 59_000 })],
      { endedAt: NOW },
    )
    await openSheet()
    expect(rows()).toEqual([
      ['座位', '做到哪里', '用时'],
      ['1 号', '已开张', '2 分 41 秒'],
      ['2 号', '停在：收钱送货', '59 秒'],
    ])
    expect(screen.getByText('今天 09:50 开课，今天 10:00 下课')).toBeInTheDocument()
    expect(screen.getByText('用时中位').nextSibling).toHaveTextContent('2 分 41 秒')
  })

  it('prints the page', async () => {
    const print = jest.spyOn(window, 'print').mockImplementation(() => undefined)
    lessonServer.board = board([learner(1)], { endedAt: NOW })
    await openSheet()
    await press('打印')
    expect(print).toHaveBeenCalledTimes(1)
  })

  it('leads back to a lesson that is still open', async () => {
    await openSheet()
    await press('回到课堂')
    expect(fakeTaro.navigations.at(-1)).toEqual({
      by: 'redirectTo',
      url: `/pages/centre/lesson?lesson=${LESSON_ID}`,
    })
  })

  it('says who can see the sheet when the user cannot', async () => {
    lessonServer.reads = problem(404, 'not-found')
    await openSheet()
    expect(screen.getByText('只有上这堂课的老师和站长能看。')).toBeInTheDocument()
  })
})
