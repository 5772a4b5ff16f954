/** So long, in ms, a phone has at most to tell that the catcher has left: until it stands again, or until a page is left. */
const LEFT_BY_THEN = 100
const SURELY_LEFT_BY_THEN = 400
/** So long, in ms, a phone needs at most to get to another page. */
const A_WAY = 1000

export type BackCatcher = ReturnType<typeof createBackCatcher>

/**
 * Keeps what catches WeChat's way back up while a page has sheets, the uppermost last. `show` puts it up and away; WeChat
 * takes it away itself when somebody goes back, and wherever it goes tells that it leaves and that it has left.
 */
export function createBackCatcher(show: (on: boolean) => void) {
  const sheets: (() => void)[] = []
  let state: 'away' | 'up' | 'going' = 'away'
  /** What leads back to the page below, and waits until nothing would catch it. */
  let way: (() => void) | null = null
  let timer: ReturnType<typeof setTimeout>

  function gone() {
    if (state !== 'going') return
    clearTimeout(timer)
    state = 'away'
    if (way) takeWay(way)
    else settle()
  }

  function takeWay(run: () => void) {
    run()
    // where the page stays all the same, its sheet does, too
    timer = setTimeout(() => {
      way = null
      settle()
    }, A_WAY)
  }

  function putAway(within: number) {
    if (state === 'up') show(false)
    state = 'going'
    clearTimeout(timer)
    timer = setTimeout(gone, within)
  }

  function settle() {
    const wanted = sheets.length > 0 && !way
    if (state === 'up' && !wanted) putAway(LEFT_BY_THEN)
    if (state !== 'away' || !wanted) return
    state = 'up'
    show(true)
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
      if (state !== 'up') return
      putAway(LEFT_BY_THEN)
      sheets[sheets.length - 1]?.()
    },
    gone,
    /** Does what leads to the page below, once nothing catches it. */
    pass(run: () => void) {
      if (state === 'away') return run()
      way = run
      putAway(SURELY_LEFT_BY_THEN)
    },
    end: () => clearTimeout(timer),
  }
}
