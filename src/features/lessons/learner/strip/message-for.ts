import { exampleAt, type WizardQuestion, wizardQuestions } from '@/domain/lesson'
import { formatPrice } from '@/domain/money'
import { tradeGoods } from '@/domain/trade-goods'
import { lessonStripWords as words } from '@/locales/lesson-strip'
import type { AttendanceState } from './attend-lesson'

function describeExample(index: number): string {
  const { trade, price } = exampleAt(index)
  const good = tradeGoods[trade][0]
  return good ? words.example(good.name, formatPrice(price), good.units[0] ?? '') : ''
}

/** What the trainer says to a learner at a question; empty when there is nothing to say. */
export function messageFor(
  { lesson, isOffline, isFocusLast, isPointed }: AttendanceState,
  question: WizardQuestion,
): string {
  if (isOffline) return words.offline
  if (!lesson) return ''
  if (lesson.isPaused) return words.paused
  if (isPointed) return words.pointed
  const { focus, example } = lesson
  const at = wizardQuestions.indexOf(question)
  const focusAt = focus ? wizardQuestions.indexOf(focus.question) : -1
  // a learner who has gone on is not concerned
  const focused = focusAt === at ? words.focus(at + 1) : focusAt > at ? words.focusLater(focusAt + 1) : ''
  const given = example === undefined || at > 1 ? '' : describeExample(example)
  return isFocusLast ? focused || given : given || focused
}
