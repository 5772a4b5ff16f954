import type { StepHistory } from './step-history-types'

/** A mini-program's back arrow always leaves the page. */
export const stepHistory: StepHistory = {
  current: () => 0,
  push: () => undefined,
  back: () => false,
  listen: () => () => undefined,
  unwind: () => Promise.resolve(),
}
