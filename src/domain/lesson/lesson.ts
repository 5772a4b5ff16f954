import type { Static } from '@sinclair/typebox'
import type { LearnerShape } from '@/contract/lessons'
import type { Fen } from '../money'
import type { Trade } from '../shop/trade'

export const wizardQuestions = ['trade', 'product', 'terms', 'look'] as const
export type WizardQuestion = (typeof wizardQuestions)[number]

/** The stages of a learner: at a question, or `opened` once the shop is open. */
export const learnerStages = [...wizardQuestions, 'opened'] as const
export type LearnerStage = (typeof learnerStages)[number]

/** The places on a question's screen that a trainer can point at. */
export const pointerPlaces = [
  'choices',
  'others',
  'photo',
  'name',
  'price',
  'unit',
  'money',
  'delivery',
  'phone',
  'preview',
  'arrows',
  'next',
] as const
export type PointerPlace = (typeof pointerPlaces)[number]

/** The places of each question, from top to bottom. */
export const placesOf: Record<WizardQuestion, readonly PointerPlace[]> = {
  trade: ['choices', 'others'],
  product: ['photo', 'name', 'price', 'unit', 'next'],
  terms: ['money', 'delivery', 'phone', 'next'],
  look: ['preview', 'arrows', 'next'],
}

/** The kinds of lessons: their shops are real from the start, or for practice. */
export const lessonKinds = ['real', 'practice'] as const
export type LessonKind = (typeof lessonKinds)[number]

/** A shop that learners open after the trainer's example: the first of the trade's usual goods at a sample price. */
export interface LessonExample {
  trade: Trade
  price: Fen
}

/** The examples in the order in which a trainer gives them; after the last comes the first. */
export const lessonExamples: readonly LessonExample[] = [
  { trade: 'nuts', price: 2500 },
  { trade: 'honey', price: 6800 },
  { trade: 'eggs-meat', price: 150 },
  { trade: 'fruit', price: 600 },
  { trade: 'grain', price: 350 },
  { trade: 'herbs', price: 9800 },
]

export const exampleAt = (index: number): LessonExample =>
  lessonExamples[index % lessonExamples.length] as LessonExample

export const MAX_LEARNERS = 100

/** A learner who answers nothing for this time stands still, in ms. */
export const STANDS_STILL_MS = 40_000

/** A phone reports at least this often while the wizard is on screen, in ms. */
export const REPORT_EVERY_MS = 10_000

/** A phone that has not reported for this time is away, in ms. */
export const AWAY_MS = 30_000

/** While no socket can be had, boards and phones ask this often, in ms. A board is right within a second. */
export const POLL_EVERY_MS = { board: 700, attendance: 2000 } as const

/** The lifetime of the code that is typed to connect a screen, in ms. */
export const SCREEN_CODE_MS = 10 * 60_000
/** The longest time that a phone reports, in ms. */
export const MAX_DURATION_MS = 86_400_000

/** A lesson that nobody ends is over after this time, in ms. */
export const LESSON_MS = 12 * 3_600_000

export type Learner = Static<typeof LearnerShape>

/** The state of a learner that the board shows. */
export type LearnerState = 'opened' | 'hand' | 'away' | 'still' | 'working'

/**
 * The state of a learner at the server's time `now`.
 * @param isPaused while the trainer has paused the clock, nobody stands still
 */
export function learnerState(learner: Learner, now: number, isPaused: boolean): LearnerState {
  if (learner.handAt !== undefined) return 'hand'
  if (learner.stage === 'opened') return 'opened'
  if (now - learner.seenAt > AWAY_MS) return 'away'
  return !isPaused && now - learner.movedAt > STANDS_STILL_MS ? 'still' : 'working'
}

/** The time in ms that a learner has worked, at the server's time `now`: what the phone reported and what has passed since. */
export function timeSpent(learner: Learner, now: number, isPaused: boolean): number {
  const isCounting = learner.stage !== 'opened' && !isPaused && now - learner.seenAt <= AWAY_MS
  return learner.spent + (isCounting ? Math.max(0, now - learner.seenAt) : 0)
}

/** The middle of the numbers, or the mean of both in the middle; `undefined` without numbers. */
export function median(numbers: readonly number[]): number | undefined {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]]
  return low === undefined || high === undefined ? undefined : (low + high) / 2
}

/** The median time in ms of the learners who have opened a shop; `undefined` while there is none. */
export const medianTime = (learners: readonly Learner[]): number | undefined =>
  median(learners.flatMap(({ stage, spent }) => (stage === 'opened' ? [spent] : [])))
