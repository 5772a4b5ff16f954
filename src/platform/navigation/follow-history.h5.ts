import { currentEntry, historyHooks, setCurrentEntry } from './history-entries'

/**
 * Tracks the browser's current history entry and hides moves within one page from the router, which would reload the
 * page. Its `popstate` listener must be the first, so the app calls this before the router starts.
 */
export function followHistory(): void {
  setCurrentEntry(window.history.state)
  for (const method of ['pushState', 'replaceState'] as const) {
    const original = window.history[method]
    window.history[method] = function (...args) {
      original.apply(this, args)
      setCurrentEntry(window.history.state)
    }
  }
  window.addEventListener('popstate', (event) => {
    const from = currentEntry
    setCurrentEntry(window.history.state)
    const isSamePage = from.key === currentEntry.key
    if (isSamePage) event.stopImmediatePropagation()
    if (historyHooks.onMoveEnd) historyHooks.onMoveEnd()
    else for (const listener of historyHooks.listeners) listener(from, isSamePage)
  })
}
