import { at, hooks, isAt } from './history-entries'

/**
 * Follows which entry the browser is at. A page's entries have one address, and the router would load its page anew on
 * each: it is not told of them. That works only for a listener that was there first, so the app calls this before the
 * router starts.
 */
export function followHistory(): void {
  isAt(window.history.state)
  for (const how of ['pushState', 'replaceState'] as const) {
    const real = window.history[how]
    window.history[how] = function (...told) {
      real.apply(this, told)
      isAt(window.history.state)
    }
  }
  window.addEventListener('popstate', (event) => {
    const from = at
    isAt(window.history.state)
    const within = from.key === at.key
    if (within) event.stopImmediatePropagation()
    if (hooks.arrived) hooks.arrived()
    else for (const watcher of hooks.watchers) watcher(from, within)
  })
}
