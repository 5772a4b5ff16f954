/** The state of a browser history entry: the router's key and our own fields. */
export interface HistoryEntry {
  /** The router's key, shared by all entries of a page. */
  key?: string
  /** The page's step; 0 for its first entry. */
  step?: number
  /** Number of open sheets. */
  sheet?: number
  /** Distance to the page's first entry. */
  deep?: number
}

/** The browser's current entry; empty if `followHistory` was not called, as on the server. */
export let currentEntry: HistoryEntry = {}

export function setCurrentEntry(entry: HistoryEntry | null): void {
  currentEntry = entry ?? {}
}

/** Called after each move to another entry; `isSamePage` is true for a move within one page. */
type EntryListener = (from: HistoryEntry, isSamePage: boolean) => void

/** Hooks for modules that are loaded later. */
export const historyHooks = {
  listeners: [] as EntryListener[],
  /** Called at the end of a silent move, instead of the listeners. */
  onMoveEnd: null as (() => void) | null,
  /** Runs a navigation to another page. */
  leave: (run: () => void): void => run(),
}

/** Adds an entry of the same page. */
export function pushEntry(part: HistoryEntry): void {
  const { deep = 0 } = currentEntry
  window.history.pushState({ ...currentEntry, ...part, deep: deep + 1 }, '', window.location.href)
}

/** Changes the current entry. */
export const replaceEntry = (part: HistoryEntry): void =>
  window.history.replaceState({ ...currentEntry, ...part }, '', window.location.href)

let move: Promise<void> | null = null

export const isMoving = (): boolean => move !== null

/** Resolves at the end of the silent move in progress; `null` if there is none. */
export const pendingMove = (): Promise<void> | null => move

/** Goes `by()` entries back without notifying listeners, after a silent move in progress has ended. */
export function goBackSilently(by: () => number): Promise<void> {
  if (move) return move.then(() => goBackSilently(by))
  const delta = by()
  if (delta <= 0) return Promise.resolve()
  move = new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      historyHooks.onMoveEnd = null
      move = null
      resolve()
      for (const listener of historyHooks.listeners) listener(currentEntry, false)
    }
    // some browsers send no `popstate` event
    const timer = setTimeout(done, 600)
    historyHooks.onMoveEnd = done
    window.history.go(-delta)
  })
  return move
}

/** The steps of one page as entries of the browser's history; step 0 is the page's first entry. */
export interface StepHistory {
  /** The step of the current entry. */
  current(): number
  /** Adds the entries up to a step; does nothing if the current step is the same or later. */
  push(step: number): void
  /** Goes one entry back; returns `false` if the page has no earlier step. */
  back(): boolean
  /** Goes back to the entry of an earlier step without notifying listeners. */
  rewind(step: number): Promise<void>
  /** Calls back on steps reached with the browser's buttons while the page is shown; the returned function stops it. */
  listen(onStep: (step: number) => void): () => void
  /** Goes back to the page's first entry without notifying listeners, before the page is replaced. */
  unwind(): Promise<void>
}
