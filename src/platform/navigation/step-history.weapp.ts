import type { StepHistory } from './history-entries'

/** The back arrow of a mini-program always leaves the page. */
export const stepHistory: StepHistory = {
  current: () => 0,
  push: () => undefined,
  back: () => false,
  listen: () => () => undefined,
  rewind: () => Promise.resolve(),
  unwind: () => Promise.resolve(),
}
