import Taro from '@tarojs/taro'
import { currentEntry, historyHooks, setCurrentEntry } from './history-entries'
import { reportPageLoad } from './page-load-status'

/** Runs a navigation to another page after the history entries of open sheets are removed. */
export const leavePage = (run: () => void): void => historyHooks.leave(run)

/** Like `leavePage`, for a navigation to the page below. */
export const leaveBack = (run: () => void): void => historyHooks.leave(run)

/** Opens a page above this one. */
export const openAbove = (url: string): unknown => Taro.navigateTo({ url })

interface Route {
  path: string
  load(): unknown[]
}

/** The router configuration that Taro's build stores on `window`. */
interface TaroApp {
  routes: Route[]
  router: { basename?: string; customRoutes?: Record<string, string | string[]> }
}

declare global {
  interface Window {
    __taroAppConfig?: TaroApp
  }
}

/** Interval in ms at which a page that is still loading is reported as slow. */
const SLOW_INTERVAL_MS = 1000

const loadedPages = new Set<string>()
let lastTurn = 0

/**
 * Loads the scripts and styles of a page, then calls `open`. Taro's router changes the address before it loads them, and
 * on failure shows the old page under the new address without any message.
 */
export function preloadPage(url: string, open: () => void): void {
  const turn = ++lastTurn
  const from = window.location.href
  const isCurrent = () => turn === lastTurn && window.location.href === from
  const app = window.__taroAppConfig
  const route = app?.routes.find(({ path }) => url.split('?')[0] === `/${path}`)
  if (!app || !route || loadedPages.has(route.path)) {
    open()
    return
  }
  const slowTimer = setInterval(() => isCurrent() && reportPageLoad('slow'), SLOW_INTERVAL_MS)
  Promise.all(route.load())
    .then(
      () => {
        loadedPages.add(route.path)
        if (isCurrent()) open()
      },
      () => handleLoadError(addressOf(app, route, url), isCurrent),
    )
    .finally(() => clearInterval(slowTimer))
}

/** Reloads at the new address if the server answers, as it then has a newer build; else reports the page as `missed`. */
async function handleLoadError(address: string, isCurrent: () => boolean) {
  const isReachable = await fetch(window.location.href, { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )
  if (!isCurrent()) return
  if (!isReachable) return reportPageLoad('missed')
  window.history.pushState(null, '', address)
  window.location.reload()
}

function addressOf({ router }: TaroApp, { path }: Route, url: string): string {
  const [alias = `/${path}`] = [router.customRoutes?.[`/${path}`] ?? []].flat()
  const query = url.slice(path.length + 1)
  return `${(router.basename ?? '').replace(/\/$/, '')}${alias}${query}`
}

/**
 * Tracks the browser's current history entry and hides moves within one page from the router, which would reload the
 * page. Its `popstate` listener must be the first, so the app calls this before the router starts.
 */
export function followHistory(): void {
  setCurrentEntry(window.history.state)
  for (const method of ['pushState', 'replaceState'] as const) {
    const original = window.history[method]
    window.history[method] = function (...args) {
      original.apply(this, args)
      setCurrentEntry(window.history.state)
    }
  }
  window.addEventListener('popstate', (event) => {
    const from = currentEntry
    setCurrentEntry(window.history.state)
    const isSamePage = from.key === currentEntry.key
    if (isSamePage) event.stopImmediatePropagation()
    if (historyHooks.onMoveEnd) historyHooks.onMoveEnd()
    else for (const listener of historyHooks.listeners) listener(from, isSamePage)
  })
}
