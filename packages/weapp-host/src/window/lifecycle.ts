import { pageWindow, parsePageUrl } from '../shared/app-config'
import type { Components } from './components'
import type { Host } from './host-types'

/** WeChat's scene numbers: a card in a single chat, and the list of mini-programs. */
const SCENE_CHAT = 1007
const SCENE_APP_LIST = 1001
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

/** Runs app.js and opens the first page: the one of `settings.url`, or else the entry page. */
export function startApp(host: Host, components: Components) {
  const { app } = host.bundle
  const { url, scene } = host.settings
  const address = parsePageUrl(url ?? `/${app.entryPagePath ?? app.pages[0] ?? ''}`)
  host.launchOptions = {
    path: address.route,
    query: address.query,
    scene: scene ?? (url ? SCENE_CHAT : SCENE_APP_LIST),
    referrerInfo: {},
  }
  components.loader.load('app.js')
  callApp(host, 'onLaunch', host.launchOptions)
  callApp(host, 'onShow', host.launchOptions)
  if (app.lazyCodeLoading !== 'requiredComponents') components.registerAll(app.pages)
  host.pages.open(address)
}

/** Sends the app to the background, as when the user switches to another app. */
export function enterBackground(host: Host) {
  host.pages.hide(host.pages.top())
  callApp(host, 'onHide', {})
  host.emit('AppHide', {})
}

export function enterForeground(host: Host) {
  callApp(host, 'onShow', host.launchOptions)
  host.emit('AppShow', host.launchOptions)
  host.pages.show(host.pages.top())
}

/** Calls `onPageScroll` and `onReachBottom` of the page on top. */
export function watchScrolling(host: Host) {
  const { window } = host
  const atBottom = new WeakSet<object>()
  window.addEventListener('scroll', () => {
    const page = host.pages.list().at(-1)
    if (!page) return
    host.pages.call(page, 'onPageScroll', { scrollTop: window.scrollY })
    const margin = pageWindow(host.bundle, page.route).onReachBottomDistance ?? REACH_BOTTOM_PX
    const below = window.document.documentElement.scrollHeight - window.innerHeight - window.scrollY
    if (below > margin) atBottom.delete(page)
    else if (!atBottom.has(page)) {
      atBottom.add(page)
      host.pages.call(page, 'onReachBottom')
    }
  })
}

/** Records uncaught errors and unhandled rejections. */
export function watchErrors(host: Host) {
  host.window.addEventListener('error', (event) => {
    if (event.error) host.fail(event.error)
  })
  host.window.addEventListener('unhandledrejection', (event) => {
    host.emit('UnhandledRejection', { reason: event.reason, promise: event.promise })
    host.fail(event.reason)
  })
}
