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
