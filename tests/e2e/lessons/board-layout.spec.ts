import { boardWords, lessonWords } from '@/locales/lesson/lesson'
import { takeSeat } from '../../support/classroom/seated-learner'
import { shownDigits, teachLesson } from '../journey/lesson'
import { LONG_RUN } from '../long-run'
import { H5Phone } from '../phone/h5-phone'
import { expect, test } from '../test'

const WINDOWS = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 2160 },
]

/** The smallest text of a board that a room can read, in px of a window 1280 px wide. */
const SMALLEST = 24

/** The smallest font of the shown texts, in px of a window 1280 px wide. */
const smallestFont = (screen: H5Phone): Promise<number> =>
  screen.page.evaluate(() => {
    const texts = [...document.querySelectorAll<HTMLElement>('.board .taro-text')].filter(
      (text) => text.textContent && text.getClientRects().length > 0,
    )
    const sizes = texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize))
    return (Math.min(...sizes) * 1280) / window.innerWidth
  })

/** The distance of the lowest shown element from the top of the window, in px. */
const lowerEdge = (screen: H5Phone): Promise<number> =>
  screen.page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll('.board *')].map((part) => part.getBoundingClientRect().bottom),
    ),
  )

test(
  'the board of a lesson fits the window and can be read in a room with 1, 30 and 60 learners',
  LONG_RUN,
  async ({ environment }) => {
    const { browser, server } = environment
    const lesson = await teachLesson(environment)
    const screen = await H5Phone.start(browser, server.origin, { width: 1280, height: 720 }, 1)
    await lesson.connect(await shownDigits(screen))
    await screen.see(boardWords.lobby)
    let seated = 0
    for (const count of [1, 30, 60]) {
      for (; seated < count; seated++) {
        const learner = await takeSeat(server.origin, lesson)
        await learner.report(seated % 3 === 0 ? 'terms' : 'product', 61_000 + seated * 1000)
        if (seated % 10 === 0) await learner.setHand(true)
      }
      await screen.see(lessonWords.seat(count))
      for (const size of WINDOWS) {
        await screen.page.setViewportSize(size)
        await expect.poll(() => lowerEdge(screen)).toBeLessThanOrEqual(size.height)
        expect(await smallestFont(screen)).toBeGreaterThanOrEqual(SMALLEST)
        expect(await screen.page.evaluate(() => document.documentElement.scrollWidth)).toBe(size.width)
      }
    }
    expect(await screen.errors()).toEqual([])
    await screen.close()
  },
)
