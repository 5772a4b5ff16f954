import { currentEntry, goBackSilently, historyHooks, isMoving, pushEntry } from './history-entries'

/** The open sheets, the topmost last. */
const sheets: { page: string | undefined; close(): void }[] = []
/** A navigation to another page is in progress; sheets that stay open get their entries after the return. */
let isLeaving = false
/** The longest time in ms that a browser needs to open another page. */
const NAVIGATION_TIME = 1000

const open = () => sheets.filter(({ page }) => page === currentEntry.key)
const surplus = () => (currentEntry.sheet ?? 0) - open().length

/** Makes the number of entries equal to the number of open sheets. A sheet that replaces another one reuses its entry. */
function update() {
  if (isMoving() || isLeaving) return
  const excess = surplus()
  if (excess > 0) void goBackSilently(surplus)
  // otherwise closing a sheet would restore the scroll position at which it was opened
  if (excess < 0) window.history.scrollRestoration = 'manual'
  for (let missing = excess; missing < 0; missing++) pushEntry({ sheet: (currentEntry.sheet ?? 0) + 1 })
}
const updateSoon = () => void Promise.resolve().then(update)

historyHooks.listeners.push((_from, isSamePage) => {
  if (!isSamePage) return updateSoon()
  const closed = Math.max(0, -surplus())
  for (const { close } of open().reverse().slice(0, closed)) close()
  // a sheet that stays open gets its entry again
  setTimeout(update)
})
historyHooks.leave = leaveSheets
// a reloaded page has no open sheets
updateSoon()

/** Registers an open sheet, which the browser's back button closes; the returned function unregisters it. */
export function openSheet(close: () => void): () => void {
  const sheet = { page: currentEntry.key, close }
  isLeaving = false
  sheets.push(sheet)
  updateSoon()
  return () => {
    sheets.splice(sheets.indexOf(sheet), 1)
    updateSoon()
  }
}

/** Removes the entries of the page's sheets, then runs the navigation. */
function leaveSheets(run: () => void): void {
  if (!currentEntry.sheet && !isMoving()) {
    run()
    return
  }
  // the tap that navigates may also close its sheet
  setTimeout(() => {
    isLeaving = true
    void goBackSilently(() => currentEntry.sheet ?? 0).then(() => {
      run()
      setTimeout(() => {
        isLeaving = false
        update()
      }, NAVIGATION_TIME)
    })
  })
}
