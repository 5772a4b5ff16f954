import type { ComponentType, PropsWithChildren, ReactNode } from 'react'
import type { Id } from '@/domain/id'
import type { PointerPlace, WizardQuestion } from '@/domain/lesson/lesson'
import type { Membership } from './membership'

/** The interface between a lesson and the wizard: the data that the lesson reads, and its actions. It contains no typed text. */
export type LessonStripProps = PropsWithChildren<{
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
  /**
   * Shows a mark on a place of the question's screen, words that are read aloud before the question, and a sheet; without
   * hints, none of them.
   */
  showHints(hints?: {
    isTaught?: boolean
    place?: PointerPlace | null
    mark?: ReactNode
    said?: string
    sheet?: ReactNode
  }): void
}>

/** The row above a question while the phone is in a lesson. */
export type LessonStripComponent = ComponentType<{ membership: Membership; wizard: LessonStripProps }>

type ShowHints = LessonStripProps['showHints']

/** The reason why a phone is no longer in a lesson: it is over, or the trainer removed the learner. */
export type LessonEnd = 'lesson-over' | 'not-found'

/** Parts of the strip that are loaded when they are needed. */
export interface LessonExtras {
  /** Returns the words that give a trainer's example. */
  describeExample(index: number): string
  /** Marks a place for some seconds and says so. Returns a function after which it says nothing more. */
  pointAt(place: PointerPlace, showHints: ShowHints, onWords: (words: string) => void): () => void
  /** Shows for a moment that this phone is no longer in the lesson. */
  showEnd(reason: LessonEnd, showHints: ShowHints): void
  /** Shows what the trainer sees, and the way out of the lesson. */
  showLesson(membership: Membership, showHints: ShowHints): void
}

export type LoadExtras = () => Promise<LessonExtras>

export interface StripLoader {
  /** The loaded component; `null` until `load` has resolved. */
  loaded(): LessonStripComponent | null
  load(): Promise<LessonStripComponent>
}
