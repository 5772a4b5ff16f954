/** What an entry of the browser's history holds: the router's own key, and ours beside it. */
export interface Entry {
  /** One page's entries share it. */
  key?: string
  /** The page's step; its own entry is step 0. */
  step?: number
  /** So many sheets are open. */
  sheet?: number
  /** So many entries lie between this one and the page's own. */
  deep?: number
}

/** The server draws pages, too, and has no history. */
const inBrowser = typeof window !== 'undefined'

const read = (): Entry => (inBrowser && window.history.state) || {}

/** The entry the browser is at. */
export let at = read()

/** Told of each entry that is come to; `within` where it is the same page's. */
type Watcher = (from: Entry, within: boolean) => void

/** What the parts that are loaded later do here. */
export const hooks = {
  watchers: [] as Watcher[],
  /** A way of our own has ended; nobody else hears of it. */
  arrived: null as (() => void) | null,
  /** Does what leads to another page. */
  leave: (run: () => void): void => run(),
}

/** Notes which entry the browser comes to. */
function followHistory() {
  for (const how of ['pushState', 'replaceState'] as const) {
    const real = window.history[how]
    window.history[how] = function (...told) {
      real.apply(this, told)
      at = read()
    }
  }
  window.addEventListener('popstate', (event) => {
    const from = at
    at = read()
    const within = from.key === at.key
    if (within) event.stopImmediatePropagation()
    if (hooks.arrived) hooks.arrived()
    else for (const watcher of hooks.watchers) watcher(from, within)
  })
}

/**
 * A page's entries have one address, and the router would load its page anew on each: it is not told of them. That works
 * only for a listener that was there first, so `app.tsx` loads this before the router starts.
 */
if (inBrowser) followHistory()
