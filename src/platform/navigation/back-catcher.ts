/** So long, in ms, nobody needs to wait for the phone's word before it is put up again. */
const UP_AGAIN_AFTER = 100
/** So long, in ms, the slowest phone has at most to tell that it has left; some may never tell. */
const SURELY_LEFT_BY_THEN = 1500
/** So long, in ms, a phone needs at most to get to another page. */
const A_WAY = 1000

export type BackCatcher = ReturnType<typeof createBackCatcher>

/**
 * Keeps what catches WeChat's way back up while a page has sheets, the uppermost last. `show` puts it up and away; WeChat
 * takes it away itself when somebody goes back, and wherever it goes tells that it leaves and that it has left.
 */
export function createBackCatcher(show: (on: boolean) => void) {
  const sheets: (() => void)[] = []
  /** `going`: it was put away, and may still catch until the phone tells. */
  let state: 'away' | 'up' | 'going' = 'away'
  /** What leads back to the page below, and waits until nothing would catch it. */
  let way: (() => void) | null = null
  let caught = false
  let rising: ReturnType<typeof setTimeout>
  let leaving: ReturnType<typeof setTimeout>
  let arriving: ReturnType<typeof setTimeout>

  const isWanted = () => sheets.length > 0 && !way

  function rise() {
    clearTimeout(rising)
    clearTimeout(leaving)
    state = 'up'
    show(true)
  }

  function putAway() {
    show(false)
    state = 'going'
    rising = setTimeout(() => isWanted() && rise(), UP_AGAIN_AFTER)
    leaving = setTimeout(gone, SURELY_LEFT_BY_THEN)
  }

  function gone() {
    if (state !== 'going') return
    clearTimeout(rising)
    clearTimeout(leaving)
    state = 'away'
    if (way) takeWay(way)
    else settle()
  }

  function takeWay(run: () => void) {
    caught = false
    run()
    arriving = setTimeout(() => {
      // a phone so slow that it still stood and caught this; it cannot a second time
      if (caught) return takeWay(run)
      // where the page stays all the same, its sheet does, too
      way = null
      settle()
    }, A_WAY)
  }

  function settle() {
    if (state === 'up' && !isWanted()) putAway()
    if (state === 'away' && isWanted()) rise()
  }
  // one sheet that takes the place of another keeps it up
  const settleSoon = () => void Promise.resolve().then(settle)

  return {
    /** A sheet has opened; the result tells that it has closed. */
    open(close: () => void): () => void {
      sheets.push(close)
      settleSoon()
      return () => {
        sheets.splice(sheets.indexOf(close), 1)
        settleSoon()
      }
    },
    /** It leaves: somebody went back, unless it was put away. A sheet that stays open all the same gets it again. */
    leaves() {
      if (state === 'away') caught = true
      if (state !== 'up') return
      putAway()
      sheets[sheets.length - 1]?.()
    },
    gone,
    /** Does what leads to the page below, once nothing catches it. */
    pass(run: () => void) {
      if (state === 'away') return run()
      way = run
      if (state === 'up') putAway()
    },
    end() {
      for (const timer of [rising, leaving, arriving]) clearTimeout(timer)
    },
  }
}
