import type { Static } from '@sinclair/typebox'
import type { FiguresShape } from '@/contract/figures'
import { addDays, type Day, dayOf } from '../day'
import { type LearnerStage, median, type WizardQuestion, wizardQuestions } from './lesson'

/** Groups of fewer people show nothing about them, so that nobody can be recognized. */
export const MIN_PEOPLE = 5

/** An order within this time of opening counts as an early one, in ms. */
export const EARLY_ORDER_MS = 7 * 86_400_000

export interface LearnerResult {
  stage: LearnerStage
  /** Time in ms until the shop was open, or until the last report. */
  spent: number
  /** True when the shop got an order within a week; `undefined` while it is not open. */
  hasEarlyOrder?: boolean
}

export type Figures = Static<typeof FiguresShape>

/** The value that nine of ten do not exceed (nearest rank); `undefined` without values. */
export function ninetieth(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.9) - 1]
}

/** The number of learners who stopped at each question, without those who opened a shop. */
function stopsOf(results: readonly LearnerResult[]): Record<WizardQuestion, number> {
  const count = (question: WizardQuestion) => results.filter(({ stage }) => stage === question).length
  return Object.fromEntries(wizardQuestions.map((question) => [question, count(question)])) as Record<
    WizardQuestion,
    number
  >
}

/** Sums learners up. With fewer than five of them only their number is returned; times and orders need five open shops. */
export function summarizeResults(results: readonly LearnerResult[]): Figures {
  const learners = results.length
  if (learners < MIN_PEOPLE) return { learners }
  const opened = results.filter(({ stage }) => stage === 'opened')
  const figures = { learners, opened: opened.length, stops: stopsOf(results) }
  if (opened.length < MIN_PEOPLE) return figures
  const times = opened.map(({ spent }) => spent)
  return {
    ...figures,
    median: median(times) ?? 0,
    ninetieth: ninetieth(times) ?? 0,
    earlyOrders: opened.filter(({ hasEarlyOrder }) => hasEarlyOrder === true).length,
  }
}

/** The Monday of the week of a moment (epoch ms). */
export function weekOf(moment: number): Day {
  const day = dayOf(moment)
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, -((weekday + 6) % 7))
}

/** The question at which the largest share of a class stopped, and that share; `undefined` when everybody is done or too few. */
export function hardestQuestion({
  learners,
  stops,
}: Figures): { question: WizardQuestion; share: number } | undefined {
  if (!stops) return undefined
  const question = wizardQuestions.reduce((hardest, one) => (stops[one] > stops[hardest] ? one : hardest))
  return stops[question] === 0 ? undefined : { question, share: stops[question] / learners }
}
