import { type WizardQuestion, wizardQuestions } from '@/domain/lesson/lesson'
import { lessonStripWords as words } from '@/locales/lesson/lesson-strip'
import type { AttendanceState } from './attend-lesson'

/** The message to a learner at a question, from the trainer unless the phone is offline; empty if there is none. */
export function messageFor(
  { lesson, isOffline, isFocusLast, pointed, describeExample }: AttendanceState,
  question: WizardQuestion,
): string {
  if (isOffline) return words.offline
  if (!lesson) return ''
  if (lesson.isPaused) return words.paused
  if (pointed) return pointed
  const { focus, example } = lesson
  const at = wizardQuestions.indexOf(question)
  const focusAt = focus ? wizardQuestions.indexOf(focus.question) : -1
  // a learner who has gone on is not concerned
  const focused = focusAt === at ? words.focus(at + 1) : focusAt > at ? words.focusLater(focusAt + 1) : ''
  const given = describeExample && example !== undefined && at < 2 ? describeExample(example) : ''
  return isFocusLast ? focused || given : given || focused
}
