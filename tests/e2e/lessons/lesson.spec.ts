import { certificateWords } from '@/locales/lesson/lesson-certificate'
import { lessonExtrasWords as extrasWords } from '@/locales/lesson/lesson-extras'
import { lessonJoinWords } from '@/locales/lesson/lesson-join'
import { lessonStripWords as words } from '@/locales/lesson/lesson-strip'
import { openedWords, productQuestionWords, termsQuestionWords, wizardWords } from '@/locales/shop/wizard'
import { joinLesson, type TaughtLesson, teachLesson } from '../journey/lesson'
import { KINDS } from '../journey/test-environment'
import { acceptTerms, chooseTrade, pressOpen, setPrice } from '../journey/wizard'
import { LONG_RUN } from '../long-run'
import { expect, test } from '../test'

/** Waits until the board shows the only learner of a lesson as expected. */
const expectLearner = (lesson: TaughtLesson, expected: Record<string, unknown>) =>
  expect.poll(async () => (await lesson.learners())[0]).toMatchObject(expected)

for (const kind of KINDS)
  test.describe(`lesson of a learner on ${kind}`, LONG_RUN, () => {
    test.use({ kind })

    test('is joined by its number and reports the learner from the first question to the open shop', async ({
      environment,
      phone,
    }) => {
      const lesson = await teachLesson(environment)
      await phone.open('/lesson', { n: lesson.number })
      await phone.see(lessonJoinWords.found('沙坝镇'))
      expect(await lesson.learners()).toEqual([])
      await phone.tap(lessonJoinWords.join)
      await phone.see(words.hand)
      await expectLearner(lesson, { seat: 1, stage: 'trade' })
      const [{ id: learnerId } = { id: '' }] = await lesson.learners()

      await phone.tap(words.hand)
      await phone.see(words.handUp)
      await expectLearner(lesson, { handAt: expect.any(Number) })
      await chooseTrade(phone)
      await expectLearner(lesson, { stage: 'product' })
      await lesson.act({ action: 'point', learnerId, place: 'price' })
      await phone.see(extrasWords.pointed)
      await setPrice(phone, '25')
      await expectLearner(lesson, { stage: 'terms' })

      await lesson.act({ action: 'focus', question: 'product' })
      await phone.see(productQuestionWords.title)
      await phone.see(words.focus(2))
      await phone.tap(wizardWords.next)
      await phone.see(termsQuestionWords.title)
      await lesson.act({ action: 'pause' })
      await phone.see(words.paused)
      await lesson.act({ action: 'resume' })
      await phone.seeNo(words.paused)

      await phone.cutNetwork()
      await acceptTerms(phone)
      await phone.restart()
      await phone.restoreNetwork()
      await expectLearner(lesson, { seat: 1, stage: 'look' })
      await pressOpen(phone)
      await phone.see(openedWords.doneShort)
      await expectLearner(lesson, { seat: 1, stage: 'opened' })

      await phone.tap(certificateWords.save)
      if (kind === 'weapp') await phone.tap('同意')
      await phone.see(certificateWords.saved)
      expect(await lesson.learners()).toHaveLength(1)
    })

    test('ends for a learner who is removed, and the wizard continues', async ({ environment, phone }) => {
      const lesson = await teachLesson(environment)
      await joinLesson(phone, lesson)
      await chooseTrade(phone)
      const [{ id: learnerId } = { id: '' }] = await lesson.learners()
      await lesson.act({ action: 'remove', learnerId })
      await phone.see(extrasWords['not-found'])
      await phone.see(wizardWords.clock)
      await setPrice(phone, '25')
      expect(await lesson.learners()).toEqual([])
    })
  })
