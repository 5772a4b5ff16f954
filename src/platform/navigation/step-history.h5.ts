import {
  currentEntry,
  goBackSilently,
  historyHooks,
  pendingMove,
  pushEntry,
  replaceEntry,
  type StepHistory,
} from './history-entries'

const current = () => currentEntry.step ?? 0

/** The listener of the shown page and the page's path; `null` while no page listens. */
let listener: { path: string; onStep(step: number): void } | null = null

historyHooks.listeners.push((from, isSamePage) => {
  const shown = isSamePage && listener?.path === window.location.pathname
  if (shown && from.step !== currentEntry.step) listener?.onStep(current())
})

export const stepHistory: StepHistory = {
  current,
  push(step) {
    // while the entry of a closed sheet is being removed, a new entry would be removed with it
    const pending = pendingMove()
    if (pending) return void pending.then(() => stepHistory.push(step))
    for (let next = current() + 1; next <= step; next++)
      // an open sheet's entry is reused for the step
      currentEntry.sheet ? replaceEntry({ step: next, sheet: 0 }) : pushEntry({ step: next })
  },
  back() {
    if (current() === 0) return false
    window.history.back()
    return true
  },
  listen(onStep) {
    const registered = { path: window.location.pathname, onStep }
    listener = registered
    return () => {
      if (listener === registered) listener = null
    }
  },
  rewind: (step) =>
    goBackSilently(() => {
      const { sheet = 0 } = currentEntry
      return current() > step ? current() - step + sheet : 0
    }),
  unwind: () => goBackSilently(() => currentEntry.deep ?? 0),
}
