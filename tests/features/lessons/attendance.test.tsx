import { endTest, kill } from '../wizard/launch-wizard'
import { lesson, setUp, start, stored } from './attendance-setup'

jest.mock('@/platform/media/photos', () => ({ localPhotos: require('../wizard/launch-wizard').photos }))

beforeEach(setUp)
afterEach(endTest)

describe('attended lesson in the wizard', () => {
  it('shows nothing and sends no request without a membership', async () => {
    require('../../support/components/taro').fakeTaro.storage.delete('attended-lesson')
    const { has, fakeTaro, wait } = await start()
    await wait(30_000)
    expect(has('开店用时')).toBe(true)
    expect(fakeTaro.requests.filter(({ path }) => path.includes('lesson'))).toEqual([])
  })

  it('shows the seat in the row of the clock', async () => {
    const { has, button } = await start()
    expect(button('课堂，7 号')).toHaveTextContent('7 号')
    expect(has('开店用时')).toBe(true)
    expect(has('0:00')).toBe(true)
  })

  it('reports each question at once, and every 10 s, with growing turns', async () => {
    const { press, wait } = await start()
    expect(lesson.reports).toEqual([{ turn: 1, stage: 'trade', spent: 0, still: 0 }])
    await wait(10_000)
    const [, { spent, still } = { spent: 0, still: 0 }] = lesson.reports
    // the clock ticks once a second
    expect(spent).toBeGreaterThanOrEqual(9_000)
    expect(still).toBe(spent)
    await press('干货坚果', '2', '5', '下一步')
    expect(lesson.stages()).toEqual(['trade', 'product', 'terms'])
    expect(lesson.reports.map(({ turn }) => turn)).toEqual([1, 2, 3, 4])
    expect(lesson.reports[3]).toMatchObject({ spent: 10_000, still: 0 })
  })

  it('reports nothing that the learner types', async () => {
    const { press } = await start()
    await press('干货坚果', '2', '5', '下一步')
    for (const report of lesson.reports)
      expect(Object.keys(report).sort()).toEqual(['spent', 'stage', 'still', 'turn'])
  })

  it('reports nothing while the phone sleeps, and at once when it wakes up', async () => {
    const { hide, show, wait } = await start()
    await hide()
    await wait(600_000)
    expect(lesson.reports).toHaveLength(1)
    await show()
    expect(lesson.reports).toHaveLength(2)
    expect(lesson.reports[1]?.spent).toBeLessThan(5000)
  })

  it('repeats a failed report with the newest state only, and says that there is no network', async () => {
    const { press, wait, has } = await start()
    lesson.isUnreachable = true
    await press('干货坚果')
    await wait(2000)
    expect(has('没网，先接着做')).toBe(true)
    await press('2', '5', '下一步')
    lesson.isUnreachable = false
    await wait(10_000)
    expect(lesson.stages()).toEqual(['trade', 'terms'])
    expect(has('没网，先接着做')).toBe(false)
  })

  it('continues with the next turn after a restart', async () => {
    await start()
    kill()
    await start()
    expect(lesson.reports.map(({ turn }) => turn)).toEqual([1, 2])
  })

  it('can be left on a sheet that says what the trainer sees', async () => {
    const { press, wait, has, fakeTaro } = await start()
    await press('课堂，7 号')
    expect(has('沙坝镇服务站的课')).toBe(true)
    expect(has('老师看得到您做到第几步、用了多久、举没举手，看不到价钱、照片和电话。')).toBe(true)
    await press('退出课堂')
    expect(has('沙坝镇服务站的课')).toBe(false)
    expect(has('开店用时')).toBe(true)
    expect(stored().membership).toBeNull()
    expect(lesson.leaves).toBe(1)
    const before = fakeTaro.requests.length
    await wait(60_000)
    expect(fakeTaro.requests).toHaveLength(before)
  })

  it('can be left without a network', async () => {
    const { press, wait } = await start()
    lesson.isUnreachable = true
    await press('课堂，7 号', '退出课堂')
    await wait(1000)
    expect(stored().membership).toBeNull()
  })

  it('passes the message of the trainer on to be read aloud before the question', async () => {
    const { poll } = await start()
    lesson.details = { isPaused: true }
    await poll()
    const { useLessonHints } = require('@/features/wizard/lesson-hints')
    expect(useLessonHints.getState().said).toBe('暂停了，看老师')
  })
})

describe('raised hand of a learner', () => {
  const isUp = (has: (words: string) => boolean) => has('已举手') && !has('举手')

  it('is shown at once and sent until the server answers', async () => {
    const { has, press, wait } = await start()
    lesson.isUnreachable = true
    await press('举手')
    expect(isUp(has)).toBe(true)
    await wait(1000)
    expect(isUp(has)).toBe(true)
    expect(lesson.hands).toEqual([])
    lesson.isUnreachable = false
    await wait(2000)
    expect(lesson.hands).toEqual([true])
    expect(isUp(has)).toBe(true)
  })

  it('is lowered by another press, but not by the second press of a double tap', async () => {
    const { has, press, wait } = await start()
    await press('举手', '已举手')
    expect(isUp(has)).toBe(true)
    await wait(600)
    await press('已举手')
    expect(isUp(has)).toBe(false)
    expect(lesson.hands).toEqual([true, false])
  })

  it('is lowered by the trainer', async () => {
    const { has, press, wait } = await start()
    await press('举手')
    lesson.isHandUp = false
    await wait(6000)
    expect(isUp(has)).toBe(false)
  })
})

describe('action of a trainer', () => {
  it('brings the learner to a question once', async () => {
    const { press, poll, has } = await start()
    await press('干货坚果', '2', '5', '下一步')
    lesson.details = { focus: { question: 'product', turn: 1 } }
    await poll()
    expect(has('第一件货')).toBe(true)
    expect(has('大家一起做第 2 步')).toBe(true)
    await press('下一步')
    await poll()
    expect(has('这样收钱、送货，行吗？')).toBe(true)
    expect(has('大家一起做第 2 步')).toBe(false)
    kill()
    const again = await start()
    await again.poll()
    expect(again.has('这样收钱、送货，行吗？')).toBe(true)
  })

  it('brings the learner no further than the first question without an answer', async () => {
    const { press, poll, has } = await start()
    await press('干货坚果')
    lesson.details = { focus: { question: 'look', turn: 3 } }
    await poll()
    expect(has('第一件货')).toBe(true)
    expect(has('做完这步，大家一起做第 4 步')).toBe(true)
  })

  it('keeps the digits typed in a sheet when the learner is brought to another question', async () => {
    const { press, poll, wait, has, screen } = await start()
    await press('干货坚果', '2', '5', '下一步', '改送货费', '别的数', '7')
    lesson.details = { focus: { question: 'product', turn: 1 } }
    await poll()
    expect(has('第一件货')).toBe(true)
    await wait(700)
    await press('下一步', '改送货费', '别的数')
    expect(screen.getByRole('img', { name: '7 元' })).toBeInTheDocument()
  })

  it('keeps the browser history in step with the question', async () => {
    const { press, poll, wait, has } = await start()
    await press('干货坚果', '2', '5', '下一步', '行，下一步')
    lesson.details = { focus: { question: 'product', turn: 1 } }
    await poll()
    await wait(700)
    await press('返回')
    await wait(700)
    expect(has('您卖什么？')).toBe(true)
  })

  it('points at a place once', async () => {
    const { press, poll, wait, has } = await start()
    await press('干货坚果')
    lesson.pointer = { place: 'price', turn: 4 }
    await poll()
    expect(has('看圈住的地方')).toBe(true)
    await wait(10_000)
    expect(has('看圈住的地方')).toBe(false)
    kill()
    const again = await start()
    await again.poll()
    expect(again.has('看圈住的地方')).toBe(false)
    lesson.pointer = { place: 'price', turn: 5 }
    await again.poll()
    expect(again.has('看圈住的地方')).toBe(true)
  })

  it('waits while the wizard is not on screen, and takes effect afterwards', async () => {
    const { press, hide, show, wait, has } = await start()
    await press('干货坚果', '2', '5', '下一步')
    await hide()
    lesson.details = { focus: { question: 'product', turn: 1 } }
    lesson.pointer = { place: 'unit', turn: 1 }
    await wait(20_000)
    expect(has('第一件货')).toBe(false)
    await show()
    await wait()
    expect(has('第一件货')).toBe(true)
    expect(has('看圈住的地方')).toBe(true)
  })

  it('pauses the clock and resumes it', async () => {
    const { poll, wait, has } = await start()
    await wait(8000)
    lesson.details = { isPaused: true }
    await poll()
    expect(has('暂停了，看老师')).toBe(true)
    expect(has('0:10')).toBe(true)
    await wait(20_000)
    expect(has('0:10')).toBe(true)
    lesson.details = {}
    await poll()
    await wait(5000)
    expect(has('0:15')).toBe(true)
  })

  it('shows an example until the product is done', async () => {
    const { press, poll, has } = await start()
    lesson.details = { example: 1 }
    await poll()
    expect(has('照这个例子：土蜂蜜 ¥68/瓶')).toBe(true)
    await press('蜂蜜', '6', '8', '下一步')
    expect(has('照这个例子：土蜂蜜 ¥68/瓶')).toBe(false)
  })

  it('ends the lesson, after which the wizard continues', async () => {
    const { press, poll, has, fakeTaro, wait } = await start()
    await press('干货坚果')
    lesson.details = { endedAt: 5 }
    await poll()
    expect(has('下课了，接着开完就行')).toBe(true)
    expect(stored().membership).toBeNull()
    const before = fakeTaro.requests.length
    await wait(60_000)
    expect(fakeTaro.requests).toHaveLength(before)
    expect(has('下课了，接着开完就行')).toBe(false)
    expect(has('开店用时')).toBe(true)
    expect(has('第一件货')).toBe(true)
  })

  it('shows no notice of a lesson that ended before the wizard opened', async () => {
    lesson.details = { endedAt: 5 }
    const { has } = await start()
    expect(has('开店用时')).toBe(true)
    expect(stored().membership).toBeNull()
  })

  it('shows a notice to a learner whom the trainer removed, and resumes the paused clock', async () => {
    const { poll, has, wait } = await start()
    lesson.details = { isPaused: true }
    await poll()
    lesson.isRemoved = true
    await poll()
    expect(has('您不在课堂里了，店接着开')).toBe(true)
    await wait(5000)
    expect(has('0:00')).toBe(false)
  })
})
