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

/** The entry the browser is at; as empty as can be where nothing follows a history, as on the server. */
export let at: Entry = {}

/** Notes where the browser has come to. */
export function isAt(entry: Entry | null): void {
  at = entry ?? {}
}

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

/** Adds an entry of the same page. */
export function pushEntry(part: Entry): void {
  const { deep = 0 } = at
  window.history.pushState({ ...at, ...part, deep: deep + 1 }, '', window.location.href)
}

/** Makes the entry the browser is at another of the same page. */
export const replaceEntry = (part: Entry): void =>
  window.history.replaceState({ ...at, ...part }, '', window.location.href)

let moving: Promise<void> | null = null

export const isMoving = (): boolean => moving !== null

/** Until what is under way has ended; `null` where nothing is. */
export const pendingMove = (): Promise<void> | null => moving

/** Goes so many entries back without telling anybody, once what is under way has ended. */
export function goBackSilently(by: () => number): Promise<void> {
  if (moving) return moving.then(() => goBackSilently(by))
  const delta = by()
  if (delta <= 0) return Promise.resolve()
  moving = new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      hooks.arrived = null
      moving = null
      resolve()
      for (const watcher of hooks.watchers) watcher(at, false)
    }
    // a browser that never tells must not keep people here
    const timer = setTimeout(done, 600)
    hooks.arrived = done
    window.history.go(-delta)
  })
  return moving
}
