import { Fragment } from 'react'
import type { ObserveViewport, OnNearChange } from './lifecycle-types'

/** Number of items in the first render of a long list; fills a tablet's screen. */
export const INITIAL_ITEMS = 24

/** Default distance above and below the viewport within which elements are near, in px. */
const NEAR = 800

const report = (entry: IntersectionObserverEntry, onChange: OnNearChange) => {
  const { width, height } = entry.boundingClientRect
  // a covered page is not laid out, so its entries are ignored
  if (width > 0) onChange(entry.isIntersecting, height)
}

/** Without IntersectionObserver (iOS before 12.2) every element is near. */
export const observeViewport: ObserveViewport = (target, onChange, margin = NEAR) => {
  const element = target as Element
  if (typeof IntersectionObserver === 'undefined') {
    onChange(true, 0)
    return () => undefined
  }
  // pages are scroll containers, which would clip a margin around the window
  const root = element.closest('.taro_page')
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries.slice(-1)) report(entry, onChange)
    },
    { root, rootMargin: `${margin}px 0px` },
  )
  observer.observe(element)
  return () => observer.disconnect()
}

/** True if the element contains the focus and must stay rendered. */
export const containsFocus = (element: unknown): boolean =>
  (element as Element | null)?.contains(document.activeElement) ?? false

/** Not needed on H5, where elements are updated individually. */
export const UpdateBoundary = Fragment
