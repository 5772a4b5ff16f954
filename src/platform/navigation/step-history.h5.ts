import { at, goBackSilently, hooks, pendingMove, pushEntry, replaceEntry } from './history-entries'

import type { StepHistory } from './step-history-types'

const current = () => at.step ?? 0

/** The page that is told of steps, and where it is; `null` while none is shown. */
let listener: { path: string; onStep(step: number): void } | null = null

hooks.watchers.push((from, within) => {
  const shown = within && listener?.path === window.location.pathname
  if (shown && from.step !== at.step) listener?.onStep(current())
})

export const stepHistory: StepHistory = {
  current,
  push(step) {
    // a sheet that has just closed is still on its way back: what is added now would go with it
    const still = pendingMove()
    if (still) return void still.then(() => stepHistory.push(step))
    for (let next = current() + 1; next <= step; next++)
      // a sheet that led on gives its entry to where it led
      at.sheet ? replaceEntry({ step: next, sheet: 0 }) : pushEntry({ step: next })
  },
  back() {
    if (current() === 0) return false
    window.history.back()
    return true
  },
  listen(onStep) {
    const mine = { path: window.location.pathname, onStep }
    listener = mine
    return () => {
      if (listener === mine) listener = null
    }
  },
  unwind: () => goBackSilently(() => at.deep ?? 0),
}
