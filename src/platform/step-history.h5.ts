import type { StepHistory } from './step-path'

/** The router's own key of an entry stays in its state beside ours. */
const state = () => (window.history.state ?? {}) as { step?: number }
const current = () => state().step ?? 0

/** The page that is told of steps, and where it is; `null` while none is shown. */
let listener: { path: string; onStep(step: number): void } | null = null
let unwound: (() => void) | null = null

/**
 * The entries have one address, and the router would load its page anew on each: it is not told of them. That works
 * only for a listener that was there first, so `app.tsx` loads this file before the router starts.
 */
window.addEventListener('popstate', (event) => {
  if (!listener || window.location.pathname !== listener.path) return
  event.stopImmediatePropagation()
  if (unwound) unwound()
  else listener.onStep(current())
})

export const stepHistory: StepHistory = {
  current,
  push(step) {
    for (let at = current() + 1; at <= step; at++)
      window.history.pushState({ ...state(), step: at }, '', window.location.href)
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
  unwind() {
    const depth = current()
    if (depth === 0) return Promise.resolve()
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer)
        unwound = null
        resolve()
      }
      // a browser that never tells must not keep people here
      const timer = setTimeout(done, 600)
      unwound = done
      window.history.go(-depth)
    })
  },
}
