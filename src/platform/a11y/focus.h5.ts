import { useDidShow } from '@tarojs/taro'
import { useEffect, useLayoutEffect, useRef } from 'react'

const HEADING = '[role="heading"][aria-level="1"]'

/** Props of a scrolling element that may have no focusable content: the element itself takes the focus, so that keys scroll it. */
export const scrolledByKeys: Record<string, unknown> = { tabIndex: 0 }

/** The kind of the last input. Before the first input the focus is not moved: reading starts at the top of the page. */
let lastInput: 'none' | 'keyboard' | 'pointer' = 'none'
const inputByEvent = {
  keydown: 'keyboard',
  pointerdown: 'pointer',
  touchstart: 'pointer',
  click: 'pointer',
} as const

let isWatchingInput = false

function watchInput() {
  if (isWatchingInput) return
  isWatchingInput = true
  for (const [type, input] of Object.entries(inputByEvent))
    document.addEventListener(
      type,
      ({ detail }: UIEventInit) => {
        // screen readers send click events without a pointer
        lastInput = type === 'click' && detail === 0 ? 'keyboard' : input
      },
      { capture: true, passive: true },
    )
}

/** Focusing a field would open a phone's on-screen keyboard, so fields are focused only for keyboard users. */
const mayFocus = (element: HTMLElement) => lastInput === 'keyboard' || !element.matches('input, textarea')

/** Focuses an element, which need not be one that Tab reaches; by default without scrolling. */
function focus(element: HTMLElement | null | undefined, options: FocusOptions = { preventScroll: true }) {
  if (!element) return
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1
  element.focus(options)
}

/** Maximum number of animation frames to wait until a page that slides in is laid out. */
const MAX_FRAMES = 60

const isShown = (element: HTMLElement) => element.isConnected && element.getClientRects().length > 0
const isFocusLost = () => document.activeElement === null || document.activeElement === document.body

const mainHeading = (root: HTMLElement) => [...root.querySelectorAll<HTMLElement>(HEADING)].find(isShown)

function withAncestors(element: HTMLElement): HTMLElement[] {
  const { parentElement } = element
  return parentElement ? [element, ...withAncestors(parentElement)] : [element]
}

/**
 * Props of a page's root. When the page is shown, it focuses its heading, or the element that had the focus before. When
 * the focused element is removed, the nearest remaining ancestor takes the focus, so that Tab continues from there.
 */
export function usePageFocus(): Record<string, unknown> {
  const page = useRef<HTMLElement | null>(null)
  /** The last focused element and its ancestors. */
  const last = useRef<HTMLElement[]>([])

  const restoreFocus = (frames = MAX_FRAMES) => {
    const { current: root } = page
    if (lastInput === 'none' || !root || root.contains(document.activeElement)) return
    if (!isShown(root)) {
      if (frames > 0) requestAnimationFrame(() => restoreFocus(frames - 1))
      return
    }
    const [before] = last.current
    focus(before && isShown(before) && mayFocus(before) ? before : (mainHeading(root) ?? root))
  }

  useDidShow(() => restoreFocus())
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs once, on mount
  useEffect(() => {
    watchInput()
    const element = page.current
    if (!element) return
    // a page that replaces its skeleton mounts after its show event
    if (isFocusLost() && isShown(element)) restoreFocus()
    // a native listener, because Taro's fields stop React's events
    const rememberFocus = (event: FocusEvent) => {
      last.current = withAncestors(event.target as HTMLElement)
    }
    element.addEventListener('focusin', rememberFocus)
    let frame = 0
    const repairFocus = () => {
      frame = 0
      const [before, ...around] = last.current
      if (!before || isShown(before) || !(isFocusLost() || document.activeElement === before)) return
      const nearest = around.find(isShown)
      // an unnamed container would be announced without a name, so the heading is preferred
      if (nearest) focus(nearest.hasAttribute('aria-label') ? nearest : (mainHeading(element) ?? nearest))
    }
    // at most once per frame, since it forces a layout
    const observer = new MutationObserver(() => {
      frame ||= requestAnimationFrame(repairFocus)
    })
    observer.observe(element, {
      childList: true,
      subtree: true,
      attributeFilter: ['class', 'style', 'hidden'],
    })
    return () => {
      element.removeEventListener('focusin', rememberFocus)
      observer.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [])

  return {
    ref: (element: HTMLElement | null) => {
      page.current = element
    },
  }
}

/** Focuses the element with this id. */
export const focusElement = (id: string): void => focus(document.getElementById(id), {})

/** Props of a heading that takes the focus on mount if the focused element was removed, as in the next wizard question. */
export function useAutofocusHeading(): Record<string, unknown> {
  const headingRef = useRef<HTMLElement | null>(null)
  useLayoutEffect(() => {
    const { activeElement, body } = document
    if (activeElement === body || !activeElement?.isConnected)
      headingRef.current?.focus({ preventScroll: true })
  }, [])
  return {
    ref: (element: HTMLElement | null) => {
      headingRef.current = element
    },
    tabIndex: -1,
  }
}
