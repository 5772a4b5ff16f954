import { pageWindow, parsePageUrl } from './app-config'
import type { Components } from './components'
import type { Host } from './host-types'

const FROM_CHAT = 1007
const FROM_LIST = 1001
const REACH_BOTTOM_PX = 50

function callApp(host: Host, hook: string, value: unknown) {
  const run = host.app?.[hook]
  if (typeof run !== 'function') return
  try {
    run.call(host.app, value)
  } catch (error) {
    host.fail(error)
  }
}

/** Runs app.js and opens the first page; a url means that a shared card was opened. */
export function start(host: Host, components: Components) {
  const { app } = host.bundle
  const { url, scene } = host.settings
  const address = parsePageUrl(url ?? `/${app.entryPagePath ?? app.pages[0] ?? ''}`)
  host.launchOptions = {
    path: address.route,
    query: address.query,
    scene: scene ?? (url ? FROM_CHAT : FROM_LIST),
    referrerInfo: {},
  }
  components.loader.load('app.js')
  callApp(host, 'onLaunch', host.launchOptions)
  callApp(host, 'onShow', host.launchOptions)
  if (app.lazyCodeLoading !== 'requiredComponents') for (const page of app.pages) components.register(page)
  host.pages.open(address)
}

/** The person leaves to another app. */
export function background(host: Host) {
  host.pages.hide(host.pages.top())
  callApp(host, 'onHide', {})
  host.emit('AppHide', {})
}

/** The person comes back. */
export function foreground(host: Host) {
  callApp(host, 'onShow', host.launchOptions)
  host.emit('AppShow', host.launchOptions)
  host.pages.show(host.pages.top())
}

/** Reports page scrolling and its end to the page on top. */
export function watchScrolling(host: Host) {
  const { window } = host
  const reached = new WeakSet<object>()
  window.addEventListener('scroll', () => {
    const page = host.pages.list().at(-1)
    if (!page) return
    host.pages.call(page, 'onPageScroll', { scrollTop: window.scrollY })
    const margin = pageWindow(host.bundle, page.route).onReachBottomDistance ?? REACH_BOTTOM_PX
    const left = window.document.documentElement.scrollHeight - window.innerHeight - window.scrollY
    if (left > margin) reached.delete(page)
    else if (!reached.has(page)) {
      reached.add(page)
      host.pages.call(page, 'onReachBottom')
    }
  })
}

/** Puts errors nobody caught on record. */
export function watchErrors(host: Host) {
  host.window.addEventListener('error', (event) => {
    if (event.error) host.fail(event.error)
  })
  host.window.addEventListener('unhandledrejection', (event) => {
    host.emit('UnhandledRejection', { reason: event.reason, promise: event.promise })
    host.fail(event.reason)
  })
}
