import { wizardWords } from '@/locales/shop/wizard'
import { joinLesson, teachLesson } from '../journey/lesson'
import type { TestEnvironment } from '../journey/test-environment'
import { chooseTrade, startWizard } from '../journey/wizard'
import { LONG_RUN } from '../long-run'
import { WeappPhone } from '../phone/weapp-phone'
import { expect, test } from '../test'

/** The heights that WeChat leaves a page on common and on the smallest phones, and its 字体大小. */
const CASES = [
  { width: 360, height: 616, typeSize: 1.25 },
  { width: 320, height: 548, typeSize: 1.25 },
  { width: 320, height: 548, typeSize: 1 },
  { width: 320, height: 548, typeSize: 1.5 },
]

let phone: WeappPhone
let people = 0

test.use({ kind: 'weapp' })
test.afterEach(() => phone.close())

async function launch(
  { server, browser, loginCode }: TestEnvironment,
  { typeSize, ...screen }: (typeof CASES)[0],
) {
  const person = `learner-${++people}`
  phone = await WeappPhone.start({
    browser,
    apiOrigin: server.origin,
    loginCode: () => loginCode(person),
    screen,
    typeSize,
  })
}

/** Returns the points of the typed price, of its corners and its middle, that something else covers. */
const coveredPoints = () =>
  phone.page.locator('.price-row__price').evaluate((price) => {
    const { left, right, top, bottom } = price.getBoundingClientRect()
    const xs = [left + 1, (left + right) / 2, right - 1]
    const ys = [top + 1, (top + bottom) / 2, bottom - 1]
    return ys
      .flatMap((y) => xs.map((x) => ({ x, y })))
      .filter(({ x, y }) => {
        const hit = document.elementFromPoint(x, y)
        return !hit?.closest('.price-row')
      })
  })

async function expectPriceInView() {
  for (const key of ['2', '5', '点', '5', '0']) {
    await phone.tap(key)
    await expect.poll(coveredPoints, { message: `after ${key}` }).toEqual([])
  }
  await expect(phone.page.locator(`[aria-label="${wizardWords.next}"]`)).toBeInViewport({ ratio: 1 })
}

for (const screen of CASES) {
  const name = `${screen.width} × ${screen.height} and type of ${screen.typeSize}`
  test(
    `the wizard of the mini-program shows the typed price above the keypad at ${name}`,
    LONG_RUN,
    async ({ environment }) => {
      await launch(environment, screen)
      await startWizard(phone)
      await chooseTrade(phone)
      await expectPriceInView()
    },
  )

  test(
    `the wizard of the mini-program shows the typed price in a lesson at ${name}`,
    LONG_RUN,
    async ({ environment }) => {
      const lesson = await teachLesson(environment)
      await launch(environment, screen)
      await joinLesson(phone, lesson)
      await chooseTrade(phone)
      await lesson.act({ action: 'focus', question: 'look' })
      await expectPriceInView()
    },
  )
}
