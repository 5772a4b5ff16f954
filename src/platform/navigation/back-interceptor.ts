import Taro from '@tarojs/taro'
import { createContext } from 'react'

/** A node of the page's element tree. The id of the page's root node is the page's path. */
export interface PageNode {
  id?: string
  parentNode?: PageNode | null
}

/** The interceptors of the open pages, each with a getter of its element. */
const interceptors = new Map<BackInterceptor, () => PageNode | null>()

/** The interceptor of the surrounding page; `null` in browsers and in WeChat without `page-container` (before 2.16). */
export const BackInterceptorContext = createContext<BackInterceptor | null>(null)

/** Registers a page's interceptor; the returned function unregisters and disposes it. */
export function registerInterceptor(interceptor: BackInterceptor, node: () => PageNode | null): () => void {
  interceptors.set(interceptor, node)
  return () => {
    interceptors.delete(interceptor)
    interceptor.dispose()
  }
}

/**
 * The interceptor of the visible page. Registration order does not tell which page is on top, since a page below may
 * register later; so the page of each element is looked up.
 */
export function visibleInterceptor(): BackInterceptor | undefined {
  const path: unknown = Taro.getCurrentPages().slice(-1)[0]?.$taroPath
  const isInVisiblePage = (node: PageNode | null | undefined): boolean =>
    !!node && (node.id === path || isInVisiblePage(node.parentNode))
  return [...interceptors].find(([, node]) => isInVisiblePage(node()))?.[0]
}

/** Delay in ms before a hidden interceptor may be shown again, without waiting for the phone's `afterleave` event. */
const RESHOW_DELAY = 100
/** After this time in ms an interceptor counts as hidden, even without an `afterleave` event; some phones send none. */
const HIDE_TIMEOUT = 1500
/** The longest time in ms that a phone needs to open another page. */
const NAVIGATION_TIME = 1000

export type BackInterceptor = ReturnType<typeof createBackInterceptor>

/**
 * Controls the element that intercepts WeChat's back navigation while a page has open sheets. `show` shows and hides it.
 * WeChat hides it itself when the user goes back, and sends a `beforeleave` and an `afterleave` event in either case.
 */
export function createBackInterceptor(show: (on: boolean) => void) {
  /** Close functions of the open sheets, the topmost last. */
  const sheets: (() => void)[] = []
  /** While `hiding`, the element may still intercept until the phone sends `afterleave`. */
  let state: 'hidden' | 'shown' | 'hiding' = 'hidden'
  /** Pending navigation to the page below, which runs when nothing would intercept it. */
  let pendingNavigation: (() => void) | null = null
  let wasIntercepted = false
  let reshowTimer: ReturnType<typeof setTimeout>
  let hideTimer: ReturnType<typeof setTimeout>
  let navigationTimer: ReturnType<typeof setTimeout>

  const isNeeded = () => sheets.length > 0 && !pendingNavigation

  function showInterceptor() {
    clearTimeout(reshowTimer)
    clearTimeout(hideTimer)
    state = 'shown'
    show(true)
  }

  function hideInterceptor() {
    show(false)
    state = 'hiding'
    reshowTimer = setTimeout(() => isNeeded() && showInterceptor(), RESHOW_DELAY)
    hideTimer = setTimeout(handleAfterLeave, HIDE_TIMEOUT)
  }

  function handleAfterLeave() {
    if (state !== 'hiding') return
    clearTimeout(reshowTimer)
    clearTimeout(hideTimer)
    state = 'hidden'
    if (pendingNavigation) navigate(pendingNavigation)
    else update()
  }

  function navigate(run: () => void) {
    wasIntercepted = false
    run()
    navigationTimer = setTimeout(() => {
      // on a slow phone the element was still shown and intercepted this; it cannot do so twice
      if (wasIntercepted) return navigate(run)
      // if the page is still open, so are its sheets
      pendingNavigation = null
      update()
    }, NAVIGATION_TIME)
  }

  function update() {
    if (state === 'shown' && !isNeeded()) hideInterceptor()
    if (state === 'hidden' && isNeeded()) showInterceptor()
  }
  // deferred, so that a sheet that replaces another one does not hide the element in between
  const updateSoon = () => void Promise.resolve().then(update)

  return {
    /** Registers an open sheet; the returned function unregisters it. */
    open(close: () => void): () => void {
      sheets.push(close)
      updateSoon()
      return () => {
        sheets.splice(sheets.indexOf(close), 1)
        updateSoon()
      }
    },
    /** Closes the topmost sheet if the user went back. If the sheet stays open, the element is shown again. */
    handleBeforeLeave() {
      if (state === 'hidden') wasIntercepted = true
      if (state !== 'shown') return
      hideInterceptor()
      sheets[sheets.length - 1]?.()
    },
    handleAfterLeave,
    /** Runs a navigation to the page below, after the element is hidden. */
    runUnintercepted(run: () => void) {
      if (state === 'hidden') return run()
      pendingNavigation = run
      if (state === 'shown') hideInterceptor()
    },
    dispose() {
      for (const timer of [reshowTimer, hideTimer, navigationTimer]) clearTimeout(timer)
    },
  }
}
