/** What the page itself saw; times in ms since the navigation began. */
export interface Seen {
  /** The frame after which the shop's name and a price stood on the screen. */
  painted?: number
  /** The frame after which the server's screen had gone and Taro's page stood there. */
  takenOver?: number
  /** The sum of all layout shifts so far that no tap caused. */
  shifted: number
}

export interface ProbedWindow extends Window {
  seen: Seen
}

/**
 * Runs in the page before anything else. Every frame it asks whether a heading and a price are laid out within the
 * viewport; the time is taken in the first task after that frame, when it has been painted. Chromium's own first
 * contentful paint can only move it later.
 */
export function probePaint(): void {
  const seen: Seen = { shifted: 0 }
  Reflect.set(window, 'seen', seen)
  let contentful = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (entry.name === 'first-contentful-paint') contentful = entry.startTime
    if (seen.painted !== undefined) seen.painted = Math.max(seen.painted, contentful)
  }).observe({ type: 'paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number
      hadRecentInput: boolean
    })[])
      if (!entry.hadRecentInput) seen.shifted += entry.value
  }).observe({ type: 'layout-shift', buffered: true })

  const stands = (selector: string) => {
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
  const look = () => {
    if (seen.painted === undefined && stands('[role=heading][aria-level="1"]') && stands('.price'))
      afterPaint((now) => {
        seen.painted ??= Math.max(now, contentful)
      })
    if (document.querySelector('.taro_page_stationed .price') && !document.getElementById('first-paint'))
      afterPaint((now) => {
        seen.takenOver = now
      })
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
