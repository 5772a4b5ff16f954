import { allPages, type PageAddress, parsePageUrl, tabPages } from '../shared/app-config'
import type { Host } from './host-types'
import type { OpenPage } from './page-stack'

interface UrlOption {
  url: string
}

export interface Router {
  navigateTo(options: UrlOption): Promise<void>
  redirectTo(options: UrlOption): Promise<void>
  reLaunch(options: UrlOption): Promise<void>
  switchTab(options: UrlOption): Promise<void>
  navigateBack(options?: { delta?: number }): Promise<void>
}

const MAX_PAGES = 10

/** The tab pages that are in memory, by route. WeChat keeps each tab page until `reLaunch`. */
type TabCache = Map<string, OpenPage>

const topRoute = (host: Host) => host.pages.list().at(-1)?.route
const isTab = (host: Host, route: string) => tabPages(host.bundle.app).includes(route)

/** Returns the page a URL leads to. @throws after `onPageNotFound` when the app has no such page. */
function resolvePage(host: Host, url: string): PageAddress {
  const address = parsePageUrl(url, topRoute(host))
  if (!allPages(host.bundle.app).includes(address.route)) {
    host.emit('PageNotFound', {
      path: address.route,
      query: address.query,
      isEntryPage: host.pages.list().length === 0,
    })
    throw new Error(`page "${address.route}" is not found`)
  }
  return address
}

function resolveNonTabPage(host: Host, url: string, api: string): PageAddress {
  const address = resolvePage(host, url)
  if (isTab(host, address.route)) throw new Error(`can not ${api} a tabbar page`)
  return address
}

function navigateTo(host: Host, { url }: UrlOption) {
  const address = resolveNonTabPage(host, url, 'navigateTo')
  const pages = host.pages.list()
  if (pages.length >= MAX_PAGES) throw new Error('webview count limit exceed')
  host.pages.hide(pages.at(-1))
  host.pages.open(address)
}

function redirectTo(host: Host, { url }: UrlOption) {
  const address = resolveNonTabPage(host, url, 'redirectTo')
  host.pages.close(host.pages.top())
  host.pages.open(address)
}

function reLaunch(host: Host, cachedTabs: TabCache, { url }: UrlOption) {
  const address = resolvePage(host, url)
  for (const page of host.pages.list().reverse()) host.pages.close(page)
  for (const page of cachedTabs.values()) if (!page.closed) host.pages.close(page)
  cachedTabs.clear()
  host.pages.open(address)
  const opened = host.pages.top()
  if (isTab(host, opened.route)) cachedTabs.set(opened.route, opened)
}

function switchTab(host: Host, cachedTabs: TabCache, { url }: UrlOption) {
  const { route } = resolvePage(host, url)
  if (!isTab(host, route)) throw new Error('can not switch to no-tabBar page')
  const isCurrent = topRoute(host) === route
  for (const page of host.pages.list().reverse()) {
    if (!isTab(host, page.route)) host.pages.close(page)
    else {
      cachedTabs.set(page.route, page)
      if (page.route !== route) host.pages.hide(page)
      page.element.style.display = 'none'
    }
  }
  const cached = cachedTabs.get(route)
  host.pages.replaceAll(cached ? [cached] : [])
  if (!cached) cachedTabs.set(route, host.pages.open({ route, query: {} }))
  else if (isCurrent) host.pages.refresh()
  else host.pages.show(cached)
}

async function confirmLeaving(host: Host, page: OpenPage): Promise<boolean> {
  if (!page.leaveMessage) return true
  return host.layers.confirm({ content: page.leaveMessage })
}

async function navigateBack(host: Host, { delta = 1 }: { delta?: number } = {}) {
  const { pages } = host
  const { container } = pages.top()
  if (container) return container.leave()
  if (pages.list().length < 2) throw new Error('cannot navigate back at first page')
  if (!(await confirmLeaving(host, pages.top()))) throw new Error('cancel')
  for (let count = delta; count > 0 && pages.list().length > 1; count--) pages.close(pages.top())
  pages.show(pages.top())
}

/** The five navigation APIs with WeChat's rules. Navigations run one at a time. */
export function createRouter(host: Host): Router {
  const cachedTabs: TabCache = new Map()
  let queue: Promise<unknown> = Promise.resolve()
  const serialize =
    <Options>(navigate: (options: Options) => unknown) =>
    (options: Options): Promise<void> => {
      const run = queue.then(() => navigate(options)).then(() => undefined)
      queue = run.catch(() => undefined).then(() => host.pages.list().at(-1)?.ready)
      return run
    }
  return {
    navigateTo: serialize((options: UrlOption) => navigateTo(host, options)),
    redirectTo: serialize((options: UrlOption) => redirectTo(host, options)),
    reLaunch: serialize((options: UrlOption) => reLaunch(host, cachedTabs, options)),
    switchTab: serialize((options: UrlOption) => switchTab(host, cachedTabs, options)),
    navigateBack: serialize((options?: { delta?: number }) => navigateBack(host, options)),
  }
}
