import {
  type Learner,
  type LearnerState,
  learnerState,
  timeSpent,
  wizardQuestions,
} from '@/domain/lesson/lesson'
import { lessonWords as words } from '@/locales/lesson/lesson'

/** The status of a learner at one moment, as shown. */
export interface LearnerStatus {
  learner: Learner
  state: LearnerState
  /** The questions that are answered: 4 for an open shop. */
  done: number
  /** The time worked, in ms. */
  spent: number
  /** The time since the learner last answered something, in ms. */
  still: number
}

/** The status of each learner at the server's time `now`, in the order of `learners`. */
export const statusesOf = (learners: readonly Learner[], now: number, isPaused: boolean): LearnerStatus[] =>
  learners.map((learner) => ({
    learner,
    state: learnerState(learner, now, isPaused),
    done: learner.stage === 'opened' ? wizardQuestions.length : wizardQuestions.indexOf(learner.stage),
    spent: timeSpent(learner, now, isPaused),
    still: Math.max(0, now - learner.movedAt),
  }))

const URGENCY: readonly LearnerState[] = ['hand', 'still', 'away', 'working', 'opened']

/** Compares the time that a state has lasted: who has waited longest comes first. */
function waitingSince({ learner, state }: LearnerStatus): number {
  if (state === 'hand') return learner.handAt ?? 0
  return state === 'still' ? learner.movedAt : learner.seat
}

/** The learners who need the trainer first: raised hands, then who stands still, each the longest first; then by seat. */
export const byUrgency = (statuses: readonly LearnerStatus[]): LearnerStatus[] =>
  [...statuses].sort(
    (a, b) => URGENCY.indexOf(a.state) - URGENCY.indexOf(b.state) || waitingSince(a) - waitingSince(b),
  )

/** The state in words: 举手, 站住了 1:20, 在做：收钱送货. */
export function statusWords({ learner: { stage }, state, still }: LearnerStatus): string {
  if (state === 'still') return words.still(still)
  return state === 'working' && stage !== 'opened' ? words.working(stage) : words.states[state]
}
