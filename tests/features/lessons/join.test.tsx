import { act, fireEvent, render, screen } from '@testing-library/react'
import { JoinScreen } from '@/features/lessons/learner/join/join-screen'
import { numberInScan } from '@/features/lessons/learner/join/lesson-number'
import { useAttendedLesson } from '@/features/lessons/learner/membership'
import type { ScanResult } from '@/platform/device/device-types'
import { type Answer, fakeTaro, ok, type Request } from '../../support/components/taro'
import { LEARNER_ID } from './fake-lesson'
import { LESSON_ID, lesson } from './sample-lesson'

let mockScanned: ScanResult = { kind: 'none' }
jest.mock('@/platform/device/scan', () => ({ canScanLive: true, scanCode: async () => mockScanned }))

const WIZARD = { by: 'redirectTo', url: '/pages/wizard/open' }
const OTHER_LESSON_ID = '01J00000000000000000BESS02'

const problem = (status: number, code: string, retryAfter?: number): Answer => ({
  status,
  body: { code, status },
  ...(retryAfter ? { header: { 'retry-after': String(retryAfter) } } : {}),
})
const joined = (more: object = {}): Answer =>
  ok({ learnerId: LEARNER_ID, turn: 0, lesson: lesson(), seat: 7, isHandUp: false, ...more })

/** The server's answers to the lookup of the number and to joining; null for no answer. */
let found: Answer | null
let joining: Answer | null

const membership = (lessonId: string, more: object = {}) => ({
  ...{
    lessonId,
    learnerId: LEARNER_ID,
    number: '4827',
    kind: 'real' as const,
    centre: '沙坝镇',
    startedAt: 1,
  },
  ...{ seat: 7, focusTurn: 2, pointerTurn: 3, ...more },
})

const settle = () => act(async () => undefined)
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })))
const type = async (digits: string) => {
  for (const digit of digits) await press(digit)
}
async function open(scanned: string) {
  render(<JoinScreen scanned={scanned} />)
  await settle()
}
const requestsOf = (method: string) =>
  fakeTaro.requests.filter((request) => request.method === method && request.path.includes('lesson'))

beforeEach(() => {
  fakeTaro.reset()
  useAttendedLesson.setState({ membership: null, opened: null, turn: 0 })
  mockScanned = { kind: 'none' }
  found = ok(lesson())
  joining = joined()
  fakeTaro.answerSignedIn(({ method }: Request) => {
    return method === 'PUT' ? joining : found
  })
})

describe('joining a lesson by a scanned code', () => {
  it('shows what the trainer sees, and joins only after a confirmation', async () => {
    await open('4827')
    expect(screen.getByRole('heading', { name: '沙坝镇服务站的课' })).toBeInTheDocument()
    expect(screen.getByText('您做到第几步、用了多久、举没举手')).toBeInTheDocument()
    expect(screen.getByText('价钱、照片、电话')).toBeInTheDocument()
    expect(requestsOf('PUT')).toEqual([])
    await press('进课堂')
    expect(requestsOf('PUT')[0]).toMatchObject({ body: { number: '4827' } })
    expect(fakeTaro.navigations).toEqual([WIZARD])
    expect(useAttendedLesson.getState().membership).toMatchObject({
      ...{ lessonId: LESSON_ID, learnerId: LEARNER_ID, seat: 7, centre: '沙坝镇' },
    })
  })

  it('returns to the home page when the learner declines, and joins nothing', async () => {
    await open('4827')
    await press('不进')
    expect(requestsOf('PUT')).toEqual([])
    expect(fakeTaro.navigations).toEqual([{ by: 'reLaunch', url: '/pages/home/index' }])
    expect(useAttendedLesson.getState().membership).toBeNull()
  })

  it('says that shops of a practice lesson are for practice', async () => {
    found = ok(lesson({ kind: 'practice' }))
    await open('4827')
    expect(screen.getByText(/这堂课先练手/)).toBeInTheDocument()
  })

  it('joins once for any number of taps', async () => {
    await open('4827')
    const button = screen.getByRole('button', { name: '进课堂' })
    await act(async () => {
      for (let i = 0; i < 5; i++) fireEvent.click(button)
    })
    expect(requestsOf('PUT')).toHaveLength(1)
  })

  it('joins with the same learner id after a lost reply', async () => {
    await open('4827')
    joining = null
    await press('进课堂')
    expect(screen.getByRole('alert')).toHaveTextContent('没连上')
    joining = joined()
    await press('进课堂')
    const [first, second] = requestsOf('PUT')
    expect(second?.path).toBe(first?.path)
    expect(fakeTaro.navigations).toEqual([WIZARD])
  })

  it('rejoins the same lesson without a confirmation and continues after the last turn of the server', async () => {
    useAttendedLesson.setState({ membership: membership(LESSON_ID) })
    joining = joined({ turn: 40, pointer: { place: 'price', turn: 5 } })
    await open('4827')
    expect(fakeTaro.navigations).toEqual([WIZARD])
    expect(requestsOf('PUT')[0]?.path).toBe(`/api/lessons/${LESSON_ID}/learners/${LEARNER_ID}`)
    expect(useAttendedLesson.getState()).toMatchObject({
      ...{ turn: 40, membership: { focusTurn: 2, pointerTurn: 5 } },
    })
  })

  it('rejoins the same lesson without a network', async () => {
    useAttendedLesson.setState({ membership: membership(LESSON_ID) })
    found = null
    await open('4827')
    expect(fakeTaro.navigations).toEqual([WIZARD])
  })

  it('asks for confirmation before it changes from another lesson', async () => {
    useAttendedLesson.setState({ membership: membership(OTHER_LESSON_ID, { centre: '黄渚镇', seat: 3 }) })
    await open('4827')
    expect(screen.getByText(/您现在还在黄渚镇服务站的课里，3 号/)).toBeInTheDocument()
    await press('不换，回原来的课')
    expect(fakeTaro.navigations).toEqual([WIZARD])
    expect(useAttendedLesson.getState().membership?.lessonId).toBe(OTHER_LESSON_ID)
    await press('换到这堂课')
    expect(useAttendedLesson.getState().membership).toMatchObject({ lessonId: LESSON_ID, focusTurn: 0 })
  })
})

describe('joining a lesson by its number', () => {
  it('asks for four digits and finds the lesson', async () => {
    await open('')
    await type('482')
    expect(screen.getByRole('img', { name: '课堂号 4 8 2，还差 1 位' })).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '找课堂' })).toHaveAttribute('aria-disabled', 'true')
    await type('7')
    await press('找课堂')
    expect(requestsOf('GET')[0]?.path).toBe('/api/lesson-numbers/4827')
    expect(screen.getByRole('heading', { name: '沙坝镇服务站的课' })).toBeInTheDocument()
  })

  it('keeps the digits of a wrong number, also of a scanned one', async () => {
    found = problem(404, 'not-found')
    await open('4820')
    expect(screen.getByRole('alert')).toHaveTextContent('课堂号不对，看看大屏幕，再按一遍。')
    expect(screen.getByRole('img', { name: '课堂号 4 8 2 0' })).toBeInTheDocument()
    await press('删')
    expect(screen.queryByRole('alert')).toBeNull()
    found = ok(lesson())
    await type('7')
    await press('找课堂')
    expect(screen.getByRole('heading', { name: '沙坝镇服务站的课' })).toBeInTheDocument()
  })

  it('sends no request for a number that no lesson can have', async () => {
    await open('')
    await type('0827')
    await press('找课堂')
    expect(screen.getByRole('alert')).toHaveTextContent('课堂号不对')
    expect(fakeTaro.requests).toEqual([])
  })

  it('returns to the digits when the learner declines the lesson', async () => {
    await open('')
    await type('4827')
    await press('找课堂')
    await press('不进')
    expect(screen.getByRole('img', { name: '课堂号 4 8 2 7' })).toBeInTheDocument()
    expect(fakeTaro.navigations).toEqual([])
  })

  it('says how long to wait after too many wrong numbers', async () => {
    found = problem(429, 'too-many', 300)
    await open('')
    await type('4827')
    await press('找课堂')
    expect(screen.getByRole('alert')).toHaveTextContent('5 分钟以后再来')
  })

  it('keeps the digits without a network', async () => {
    found = null
    await open('')
    await type('4827')
    await press('找课堂')
    expect(screen.getByRole('alert')).toHaveTextContent('没连上')
    expect(screen.getByRole('img', { name: '课堂号 4 8 2 7' })).toBeInTheDocument()
  })

  it('reports that a lesson is full, and can be tried again', async () => {
    joining = problem(409, 'lesson-full')
    await open('4827')
    await press('进课堂')
    expect(screen.getByRole('alert')).toHaveTextContent('这堂课坐满了')
    expect(screen.getByRole('button', { name: '进课堂' })).toBeInTheDocument()
  })

  it('asks for another number when the lesson has just ended', async () => {
    joining = problem(409, 'lesson-over')
    await open('4827')
    await press('进课堂')
    expect(screen.getByRole('alert')).toHaveTextContent('这堂课已经下课了')
    expect(screen.getByRole('button', { name: '找课堂' })).toBeInTheDocument()
  })

  it('offers to return to the lesson that the phone has joined', async () => {
    useAttendedLesson.setState({ membership: membership(LESSON_ID) })
    await open('')
    expect(screen.getByText('您在沙坝镇服务站的课里，7 号')).toBeInTheDocument()
    await press('回课堂')
    expect(fakeTaro.navigations).toEqual([WIZARD])
  })

  it('finds the lesson of a code scanned on the page', async () => {
    mockScanned = { kind: 'read', text: 'https://shop.example.org/lesson?n=4827' }
    await open('')
    await press('扫大屏幕上的码')
    expect(screen.getByRole('heading', { name: '沙坝镇服务站的课' })).toBeInTheDocument()
  })

  it('reports a scanned code without a lesson', async () => {
    mockScanned = { kind: 'read', text: 'https://shop.example.org/s/abc123' }
    await open('')
    await press('扫大屏幕上的码')
    expect(screen.getByRole('alert')).toHaveTextContent('没扫出课堂')
  })
})

describe('numberInScan', () => {
  it.each([
    ['https://shop.example.org/lesson?n=4827', '4827'],
    ['http://192.168.1.5:4180/lesson?from=x&n=4827#a', '4827'],
    ['pages/lesson/join?n=4827', '4827'],
    ['/pages/lesson/join?n=4827', '4827'],
    [' 4827 ', '4827'],
    ['https://shop.example.org/lesson?n=48271', null],
    ['https://shop.example.org/lesson?n=0827', null],
    ['https://shop.example.org/lesson', null],
    ['https://shop.example.org/order?n=4827', null],
    ['', null],
  ])('reads %s as %s', (text, number) => {
    expect(numberInScan(text)).toBe(number)
  })
})
