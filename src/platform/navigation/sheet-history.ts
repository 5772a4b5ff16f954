import { at, goBackSilently, hooks, isMoving, pushEntry } from './history-entries'

/** Sheets that are open, the uppermost last. */
const sheets: { page: string | undefined; close(): void }[] = []
/** Somebody is on the way to another page: what is still open gets its entry when they come back. */
let leaving = false
/** So long, in ms, a browser needs at most to get there. */
const A_WAY = 1000

const open = () => sheets.filter(({ page }) => page === at.key)
const surplus = () => (at.sheet ?? 0) - open().length

/** Has as many entries as sheets are open on the page. One that takes another's place takes its entry, too. */
function settle() {
  if (isMoving() || leaving) return
  const more = surplus()
  if (more > 0) void goBackSilently(surplus)
  // the page stays where it is, or goes where its sheet led: not back to where it was as the sheet opened
  if (more < 0) window.history.scrollRestoration = 'manual'
  for (let missing = more; missing < 0; missing++) pushEntry({ sheet: (at.sheet ?? 0) + 1 })
}
const settleSoon = () => void Promise.resolve().then(settle)

hooks.watchers.push((_from, within) => {
  if (!within) return settleSoon()
  const over = Math.max(0, -surplus())
  for (const { close } of open().reverse().slice(0, over)) close()
  // one that stays open all the same gets its entry again
  setTimeout(settle)
})
hooks.leave = leaveSheets
// a page that was loaded anew has none open
settleSoon()

/** The browser's back button closes what has opened; the result tells that it is closed. */
export function openSheet(close: () => void): () => void {
  const mine = { page: at.key, close }
  leaving = false
  sheets.push(mine)
  settleSoon()
  return () => {
    sheets.splice(sheets.indexOf(mine), 1)
    settleSoon()
  }
}

/** Leaves the page from its own entry or step, so that nothing of its sheets lies between two pages. */
function leaveSheets(run: () => void): void {
  if (!at.sheet && !isMoving()) {
    run()
    return
  }
  // what was pressed may close its sheet with the same press
  setTimeout(() => {
    leaving = true
    void goBackSilently(() => at.sheet ?? 0).then(() => {
      run()
      setTimeout(() => {
        leaving = false
        settle()
      }, A_WAY)
    })
  })
}
