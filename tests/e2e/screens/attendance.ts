import { lessonExtrasWords as extras, lessonExtrasWords as extrasWords } from '@/locales/lesson/lesson-extras'
import { lessonJoinWords as join } from '@/locales/lesson/lesson-join'
import { lessonStripWords as words } from '@/locales/lesson/lesson-strip'
import { sheetWords } from '@/locales/sheet'
import { openedWords } from '@/locales/shop/wizard'
import { type TaughtLesson, teachLessonAt } from '../journey/lesson'
import { acceptTerms, chooseTrade, pressOpen, setPrice } from '../journey/wizard'
import type { InspectablePhone } from '../phone/phone'
import type { ScreenWalk } from './screen-walk'

/** Takes a learner's way through a lesson: joining, the strip in the wizard with what a trainer does, and the certificate. */
export async function takeAttendance(walk: ScreenWalk) {
  const lesson = await teachLessonAt(walk.origin, walk.dataDir)
  const phone = await walk.phone()
  await takeJoining(walk, phone, lesson)
  await takeTrainer(walk, phone, lesson)
  await takeOpening(walk, phone, lesson)
  await phone.close()
}

/** A number that no lesson has. */
const otherThan = (number: string) => (number === '1000' ? '1001' : '1000')

async function takeJoining(walk: ScreenWalk, phone: InspectablePhone, lesson: TaughtLesson) {
  await phone.open('/lesson')
  await walk.take(phone, 'lesson-number', { see: join.ask })
  for (const digit of otherThan(lesson.number)) await phone.tap(digit)
  await walk.take(phone, 'lesson-number-wrong', { tap: join.find, see: join.failure('not-found') ?? '' })
  await phone.open('/lesson', { n: lesson.number })
  await walk.take(phone, 'lesson-consent', { see: join.join, whole: true })
  await phone.tap(join.join)
  await phone.see(words.hand)
}

async function takeTrainer(walk: ScreenWalk, phone: InspectablePhone, lesson: TaughtLesson) {
  const pointAt = async (place: 'choices' | 'price' | 'money' | 'arrows') => {
    const [{ id: learnerId } = { id: '' }] = await lesson.learners()
    await lesson.act({ action: 'point', learnerId, place })
    await phone.see(extrasWords.pointed)
  }
  await walk.take(phone, 'lesson-trade')
  await phone.tap(words.hand)
  await lesson.act({ action: 'next-example' })
  await walk.take(phone, 'lesson-example-hand-up', { see: '照这个例子' })
  await chooseTrade(phone)
  await pointAt('price')
  await walk.take(phone, 'lesson-product-pointed')
  await setPrice(phone, '25')
  await lesson.act({ action: 'pause' })
  await walk.take(phone, 'lesson-terms-paused', { see: words.paused })
  await lesson.act({ action: 'focus', question: 'product' })
  await lesson.act({ action: 'resume' })
  await walk.take(phone, 'lesson-focus', { see: words.focus(2) })
  await walk.take(phone, 'lesson-leave-sheet', { tap: words.seatLabel(1), see: extras.leave })
  await phone.tap(sheetWords.close)
}

async function takeOpening(walk: ScreenWalk, phone: InspectablePhone, lesson: TaughtLesson) {
  await setPrice(phone, '')
  await acceptTerms(phone)
  await phone.cutNetwork()
  await walk.take(phone, 'lesson-look-offline', { see: words.offline })
  await phone.restoreNetwork()
  await phone.seeNo(words.offline)
  await pressOpen(phone)
  await walk.take(phone, 'lesson-opened', { see: openedWords.doneShort, whole: true })
  const other = await teachLessonAt(walk.origin, walk.dataDir)
  await phone.open('/lesson', { n: other.number })
  await walk.take(phone, 'lesson-change', { see: join.changeYes, whole: true })
  await phone.tap(join.changeNo)
  await phone.see(words.hand)
  // a lesson that is over before the phone has heard of it is no news
  await lesson.act({ action: 'pause' })
  await phone.see(words.paused)
  await lesson.act({ action: 'end' })
  await phone.see(extrasWords['lesson-over'])
}
