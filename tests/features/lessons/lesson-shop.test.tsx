import { endTest, kill } from '../wizard/launch-wizard'
import { lesson, server, setUp, start, stored } from './attendance-setup'
import { storedMembership } from './fake-lesson'
import { LESSON_ID } from './sample-lesson'

jest.mock('@/platform/media/photos', () => ({ localPhotos: require('../wizard/launch-wizard').photos }))

beforeEach(setUp)
afterEach(endTest)

describe('shop opened in a lesson', () => {
  const opened = () => lesson.reports.filter(({ stage }) => stage === 'opened')

  it('is reported with its id and the time that it took', async () => {
    const { answerAll, press, wait } = await start()
    await answerAll()
    await wait(42_000)
    await press('开张', '对，开张')
    await wait(1000)
    const [shopId] = [...server.opened.keys()]
    expect(opened()).toEqual([expect.objectContaining({ stage: 'opened', shopId, still: 0 })])
    expect(opened()[0]?.spent).toBeGreaterThanOrEqual(42_000)
    expect(stored().opened).toMatchObject({ lessonId: LESSON_ID, shopId, seat: 7, isReported: true })
  })

  it('is reported after the app was closed before the answer', async () => {
    const { answerAll, press, wait } = await start()
    await answerAll()
    server.before = (request) =>
      (request.body as { stage?: string } | undefined)?.stage === 'opened' ? null : lesson.answer(request)
    await press('开张', '对，开张')
    await wait(1000)
    expect(opened()).toEqual([])
    kill()
    server.before = lesson.answer
    const again = await start()
    const { renderHook } = require('@testing-library/react')
    renderHook(require('@/features/lessons/learner/report-opened').useUnsentReport)
    await again.wait()
    expect(opened()).toHaveLength(1)
    await again.wait(60_000)
    expect(opened()).toHaveLength(1)
  })
})

describe('shop opened in a practice lesson', () => {
  const practiced = () => [...server.opened.values()].map((body) => JSON.parse(body).practice)

  beforeEach(() => {
    const { fakeTaro } = require('../../support/components/taro')
    fakeTaro.storage.set('attended-lesson', storedMembership({}, { kind: 'practice' }))
  })

  it('is opened for practice, which is announced to the learner before', async () => {
    const { answerAll, press, has, wait } = await start()
    await answerAll()
    await press('开张')
    expect(has('先开成练习的店，买家还不能下单')).toBe(true)
    await press('对，开张')
    await wait(1000)
    expect(practiced()).toEqual([true])
  })

  it('stays for practice when the lesson ends before the shop is open', async () => {
    const { answerAll, press, poll, wait } = await start()
    await answerAll()
    lesson.details = { endedAt: 5 }
    await poll()
    await press('开张', '对，开张')
    await wait(1000)
    expect(practiced()).toEqual([true])
  })

  it('leaves the next shop, begun after the lesson, a real one', async () => {
    const first = await start()
    lesson.details = { endedAt: 5 }
    await first.poll()
    kill()
    const { answerAll, press, wait } = await start()
    await answerAll()
    await press('开张', '对，开张')
    await wait(1000)
    expect(practiced()).toEqual([undefined])
  })
})
