import type { ObserveViewport, OnNearChange } from './viewport-observer-types'

/** So many items of a long list are there from the first: they fill a tablet's screen. */
export const INITIAL_ITEMS = 24

/** Elements are near from this far above and below the screen, in px. */
const NEAR = 800

const told = (entry: IntersectionObserverEntry, tell: OnNearChange) => {
  const { width, height } = entry.boundingClientRect
  // a page below another one is not laid out, and says nothing about its lists
  if (width > 0) tell(entry.isIntersecting, height)
}

/** Where a browser cannot tell (iOS before 12.2), everything is near. */
export const observeViewport: ObserveViewport = (given, tell) => {
  const element = given as Element
  if (typeof IntersectionObserver === 'undefined') {
    tell(true, 0)
    return () => undefined
  }
  // pages scroll inside themselves: a margin around the window would be cut off there
  const root = element.closest('.taro_page')
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries.slice(-1)) told(entry, tell)
    },
    { root, rootMargin: `${NEAR}px 0px` },
  )
  observer.observe(element)
  return () => observer.disconnect()
}

/** What has the focus stays, however far it was scrolled away. */
export const containsFocus = (element: unknown): boolean =>
  (element as Element | null)?.contains(document.activeElement) ?? false
