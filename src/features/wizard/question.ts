import type { ComponentType, PropsWithChildren, ReactNode } from 'react'
import type { Id } from '@/domain/id'
import type { WizardQuestion } from '@/domain/lesson/lesson'
import type { LessonHints } from './lesson-hints'
import type { ShopDraft } from './shop-draft'

export interface QuestionProps {
  draft: ShopDraft
  change(part: Partial<ShopDraft>): void
  /** Continues to the next question. */
  onDone(): void
}

/** The interface between a lesson and the wizard: the data that the lesson reads, and its actions. */
interface LessonProps {
  question: WizardQuestion
  /** The shop that was just opened, and the time in ms that it took. */
  opened: { id: Id; spent: number } | undefined
  /** True while the wizard is on screen. */
  shown: boolean
  /** The parts of the usual row, which is the children. */
  back: ReactNode
  label: ReactNode
  clock: ReactNode
  /** The time in ms that the wizard was worked on, in all and since the last answer. */
  readTimes(): { spent: number; still: number }
  /** Shows a question, or the first one before it that has no answer. */
  goTo(question: WizardQuestion): void
  setPaused(isPaused: boolean): void
  /** Decides whether a shop is opened for practice; without a lesson, one that was begun stays as it is. */
  setPractice(isPractice: boolean | undefined): void
  showHints(hints?: Partial<LessonHints>): void
}

/** Shows a lesson in place of its children, the usual row above a question; the page supplies the component. */
export type Lesson = ComponentType<PropsWithChildren<LessonProps>>

/** One screen of the wizard. */
export interface Question {
  id: WizardQuestion
  title: string
  isAnswered(draft: ShopDraft): boolean
  Question: ComponentType<QuestionProps>
}
