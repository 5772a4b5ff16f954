import type { PointerPlace } from '@/domain/lesson/lesson'
import { placesOf, type WizardQuestion } from '@/domain/lesson/lesson'
import { lessonStripWords as words } from '@/locales/lesson/lesson-strip'
import {
  lookQuestionWords,
  productQuestionWords as product,
  termsQuestionWords as terms,
} from '@/locales/shop/wizard'
import { layoutIssues } from '../journey/layout-issues'
import { joinLesson, type TaughtLesson, teachLesson } from '../journey/lesson'
import { acceptTerms, chooseTrade, setPrice } from '../journey/wizard'
import { LONG_RUN } from '../long-run'
import { installVoice } from '../phone/fake-speech'
import { type InspectablePhone, SCREENS } from '../phone/phone'
import { expect, test } from '../test'

const LONG_NAME = '成县沙坝镇下街自家树上今年自己晒的薄皮核桃'

const expectNoIssues = (phone: InspectablePhone) =>
  expect.poll(() => layoutIssues(phone.page), { intervals: [100] }).toEqual([])

/** The mark of a pointer, and the places of the screen that it is drawn on. */
async function expectMark(phone: InspectablePhone, lesson: TaughtLesson, place: PointerPlace) {
  const [{ id: learnerId } = { id: '' }] = await lesson.learners()
  await lesson.act({ action: 'point', learnerId, place })
  const marks = phone.page.locator('.pointer-mark').filter({ visible: true })
  await expect(marks).toHaveCount(place === 'arrows' ? 2 : 1)
  for (const mark of await marks.all()) {
    const { x, y, width, height } = (await mark.boundingBox()) ?? { x: -1, y: -1, width: 0, height: 0 }
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
    expect(x + width).toBeLessThanOrEqual(SCREENS.small.width)
    expect(y + height).toBeLessThanOrEqual(SCREENS.small.height)
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24)
  }
}

async function expectMarks(phone: InspectablePhone, lesson: TaughtLesson, question: WizardQuestion) {
  for (const place of placesOf[question]) await expectMark(phone, lesson, place)
  await expectNoIssues(phone)
}

test.use({ phoneScreen: SCREENS.small })

test(
  'wizard fits 320 × 568 during a lesson, whatever the trainer says and points at',
  LONG_RUN,
  async ({ environment, phone }) => {
    const lesson = await teachLesson(environment)
    await phone.page.emulateMedia({ reducedMotion: 'reduce' })
    // with a voice, what the trainer says can be read aloud
    await installVoice(phone.page)
    await joinLesson(phone, lesson)
    await expectNoIssues(phone)
    await lesson.act({ action: 'next-example' })
    await phone.see('照这个例子')
    await expectMarks(phone, lesson, 'trade')
    await chooseTrade(phone)
    await phone.tap(product.rename)
    await phone.type(product.nameField, LONG_NAME)
    await phone.tap(product.nameDone)
    await lesson.act({ action: 'focus', question: 'look' })
    await phone.see(words.focusLater(4))
    for (const key of '88888.88') await phone.tap(key)
    await expectMarks(phone, lesson, 'product')
    for (const _ of '88888.88') await phone.tap('删')
    await setPrice(phone, '25')
    await lesson.act({ action: 'pause' })
    await phone.see(words.paused)
    await expectMarks(phone, lesson, 'terms')
    await phone.see(terms.title)
    await acceptTerms(phone)
    await expectMarks(phone, lesson, 'look')
    await phone.see(lookQuestionWords.title)
    await phone.tap(words.seatLabel(1))
    await expectNoIssues(phone)
  },
)
