import type { HelpStep } from '@/contract/shop/helps'

/** Steps of the same kind that follow each other, as one entry. */
export interface StepGroup extends HelpStep {
  count: number
}

const isAlike = (a: HelpStep, b: HelpStep): boolean =>
  a.action === b.action &&
  a.about === b.about &&
  a.helper === b.helper &&
  a.centre.code === b.centre.code &&
  a.isDone === b.isDone

/** Joins steps that follow each other and are alike, such as each draft of a look; the newest one gives the time. */
export function groupSteps(steps: readonly HelpStep[]): StepGroup[] {
  const groups: StepGroup[] = []
  for (const step of steps) {
    const last = groups.at(-1)
    if (last && isAlike(last, step)) last.count += 1
    else groups.push({ ...step, count: 1 })
  }
  return groups
}
