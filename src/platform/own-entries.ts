import { at, type Entry, hooks } from './history-entries'

/** Adds an entry of the same page. */
export function addEntry(part: Entry): void {
  const { deep = 0 } = at
  window.history.pushState({ ...at, ...part, deep: deep + 1 }, '', window.location.href)
}

/** Makes the entry the browser is at another of the same page. */
export const turnEntry = (part: Entry): void =>
  window.history.replaceState({ ...at, ...part }, '', window.location.href)

let moving: Promise<void> | null = null

export const isMoving = (): boolean => moving !== null

/** Until what is under way has ended; `null` where nothing is. */
export const untilStill = (): Promise<void> | null => moving

/** Goes so many entries back without telling anybody, once what is under way has ended. */
export function moveBack(by: () => number): Promise<void> {
  if (moving) return moving.then(() => moveBack(by))
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
