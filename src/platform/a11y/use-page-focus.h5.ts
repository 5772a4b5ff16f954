import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'

const HEADING = '[role="heading"][aria-level="1"]'

/** Until somebody has done a thing, the focus is where the browser starts reading: before the page. */
let by: 'nothing yet' | 'keys' | 'finger' = 'nothing yet'
const DOINGS = { keydown: 'keys', pointerdown: 'finger', touchstart: 'finger', click: 'finger' } as const

let watching = false

function watchDoings() {
  if (watching) return
  watching = true
  for (const [kind, doing] of Object.entries(DOINGS))
    document.addEventListener(
      kind,
      ({ detail }: UIEventInit) => {
        // a screen reader's press is a click that no pointer made
        by = kind === 'click' && detail === 0 ? 'keys' : doing
      },
      { capture: true, passive: true },
    )
}

/** A field that takes the focus brings the keys of a phone up over the page; who walks by keys has none to bring. */
const isWelcome = (element: HTMLElement) => by === 'keys' || !element.matches('input, textarea')

/** Takes the focus without the page moving under people's eyes. */
function put(element: HTMLElement | null | undefined) {
  if (!element) return
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1
  element.focus({ preventScroll: true })
}

/** Frames in which a page that slides back in is laid out at last. */
const MOST_FRAMES = 60

const isShown = (element: HTMLElement) => element.isConnected && element.getClientRects().length > 0
const isLost = () => document.activeElement === null || document.activeElement === document.body

const headingIn = (root: HTMLElement) => [...root.querySelectorAll<HTMLElement>(HEADING)].find(isShown)

function linesOf(element: HTMLElement): HTMLElement[] {
  const { parentElement } = element
  return parentElement ? [element, ...linesOf(parentElement)] : [element]
}

/**
 * Props of a page's root. As the page comes before people's eyes its heading takes the focus, or what had it when they
 * left. When what has it goes away, the nearest thing around it takes it, so that Tab and readers go on from there.
 */
export function usePageFocus(): Record<string, unknown> {
  const page = useRef<HTMLElement | null>(null)
  const last = useRef<HTMLElement[]>([])

  const arrive = (frames = MOST_FRAMES) => {
    const { current: root } = page
    if (by === 'nothing yet' || !root || root.contains(document.activeElement)) return
    if (!isShown(root)) {
      if (frames > 0) requestAnimationFrame(() => arrive(frames - 1))
      return
    }
    const [before] = last.current
    put(before && isShown(before) && isWelcome(before) ? before : (headingIn(root) ?? root))
  }

  useDidShow(() => arrive())
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the page's root comes
  useEffect(() => {
    watchDoings()
    const element = page.current
    if (!element) return
    // a page that takes the place of its own first shapes was shown before it was there
    if (isLost() && isShown(element)) arrive()
    // natively: Taro's fields keep their events from React
    const note = (event: FocusEvent) => {
      last.current = linesOf(event.target as HTMLElement)
    }
    element.addEventListener('focusin', note)
    let due = 0
    const keep = () => {
      due = 0
      const [before, ...around] = last.current
      if (!before || isShown(before) || !(isLost() || document.activeElement === before)) return
      const near = around.find(isShown)
      // what only holds others has no name to be said
      if (near) put(near.hasAttribute('aria-label') ? near : (headingIn(element) ?? near))
    }
    // once a frame at most, as it asks for the layout
    const observer = new MutationObserver(() => {
      due ||= requestAnimationFrame(keep)
    })
    observer.observe(element, {
      childList: true,
      subtree: true,
      attributeFilter: ['class', 'style', 'hidden'],
    })
    return () => {
      element.removeEventListener('focusin', note)
      observer.disconnect()
      cancelAnimationFrame(due)
    }
  }, [])

  return {
    ref: (element: HTMLElement | null) => {
      page.current = element
    },
  }
}
