/** Timings measured inside the page, in ms since the navigation started. */
export interface PaintTimings {
  /** Time after the frame that shows the shop name and a price. */
  painted?: number
  /** Time after the frame in which Taro’s page has replaced the server-rendered screen. */
  takenOver?: number
  /** Sum of all layout shifts without recent input. */
  layoutShift: number
}

export interface ProbedWindow extends Window {
  timings: PaintTimings
}

/**
 * Runs in the page before any other script. Checks in each frame whether a heading and a price are laid out in the
 * viewport, and takes the time in the first task after that frame, when it has been painted. Never earlier than
 * Chromium’s first contentful paint.
 */
export function probePaint(): void {
  const timings: PaintTimings = { layoutShift: 0 }
  Reflect.set(window, 'timings', timings)
  let contentful = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (entry.name === 'first-contentful-paint') contentful = entry.startTime
    if (timings.painted !== undefined) timings.painted = Math.max(timings.painted, contentful)
  }).observe({ type: 'paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number
      hadRecentInput: boolean
    })[])
      if (!entry.hadRecentInput) timings.layoutShift += entry.value
  }).observe({ type: 'layout-shift', buffered: true })

  const isShown = (selector: string) => {
    const element = document.querySelector(selector)
    if (!element?.textContent) return false
    const { top, bottom, height } = element.getBoundingClientRect()
    return (
      height > 0 && top >= 0 && bottom <= innerHeight && getComputedStyle(element).visibility === 'visible'
    )
  }
  const afterPaint = (then: (now: number) => void) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => then(performance.now())
    port2.postMessage(undefined)
  }
  const checkFrame = () => {
    if (timings.painted === undefined && isShown('[role=heading][aria-level="1"]') && isShown('.price'))
      afterPaint((now) => {
        timings.painted ??= Math.max(now, contentful)
      })
    if (document.querySelector('.taro_page_stationed .price') && !document.getElementById('first-paint'))
      afterPaint((now) => {
        timings.takenOver = now
      })
    else requestAnimationFrame(checkFrame)
  }
  requestAnimationFrame(checkFrame)
}
