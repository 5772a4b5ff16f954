import type { StepHistory } from './step-path'

/** The router's own key of an entry stays in its state beside ours. */
const state = () => (window.history.state ?? {}) as { step?: number }

let unwound: (() => void) | null = null

const current = () => state().step ?? 0

/** Entries of one address: the router would load the page anew on each, so it is not told of them. */
export const stepHistory: StepHistory = {
  exists: true,
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
    const path = window.location.pathname
    const tell = (event: PopStateEvent) => {
      if (window.location.pathname !== path) return
      event.stopImmediatePropagation()
      if (unwound) unwound()
      else onStep(current())
    }
    window.addEventListener('popstate', tell, true)
    return () => window.removeEventListener('popstate', tell, true)
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
