import type { ComponentType, PropsWithChildren, ReactNode } from 'react'
import type { Id } from '@/domain/id'
import type { PointerPlace, WizardQuestion } from '@/domain/lesson'
import type { Membership } from './membership'

/** What a lesson sees of the wizard and does in it. Nothing that was typed is among it. */
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
  /** Shows a mark on a place of the question's screen, words that are read aloud before the question, and a sheet. */
  showHints(hints: {
    isTaught?: boolean
    place?: PointerPlace | null
    mark?: ReactNode
    said?: string
    sheet?: ReactNode
  }): void
}>

/** Shows its children, the usual row above a question, unless the phone is in a lesson. */
export type LessonStripComponent = ComponentType<LessonStripProps>

/** Parts that are loaded when they are needed. */
export type LoadExtras = () => Promise<{
  PointerMark: ComponentType
  LeaveSheet: ComponentType<{ membership: Membership; onClose(): void }>
}>

export interface StripLoader {
  /** The loaded component; `null` until `load` has resolved. */
  loaded(): LessonStripComponent | null
  load(): Promise<LessonStripComponent>
}
