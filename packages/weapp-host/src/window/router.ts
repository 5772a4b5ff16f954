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

/** The five navigation APIs with WeChat's rules. Navigations run one at a time. */
export function createRouter(host: Host): Router {
  const { app } = host.bundle
  const tabs = tabPages(app)
  const cachedTabs = new Map<string, OpenPage>()
  const pages = () => host.pages.list()
  const topRoute = () => pages().at(-1)?.route

  const resolvePage = (url: string): PageAddress => {
    const address = parsePageUrl(url, topRoute())
    if (!allPages(app).includes(address.route)) {
      host.emit('PageNotFound', {
        path: address.route,
        query: address.query,
        isEntryPage: pages().length === 0,
      })
      throw new Error(`page "${address.route}" is not found`)
    }
    return address
  }
  const resolveNonTabPage = (url: string, api: string) => {
    const address = resolvePage(url)
    if (tabs.includes(address.route)) throw new Error(`can not ${api} a tabbar page`)
    return address
  }
  const confirmLeaving = async (page: OpenPage) => {
    if (!page.leaveMessage) return true
    return host.layers.confirm({ content: page.leaveMessage })
  }

  const navigations = {
    navigateTo({ url }: UrlOption) {
      const address = resolveNonTabPage(url, 'navigateTo')
      if (pages().length >= MAX_PAGES) throw new Error('webview count limit exceed')
      host.pages.hide(pages().at(-1))
      host.pages.open(address)
    },
    redirectTo({ url }: UrlOption) {
      const address = resolveNonTabPage(url, 'redirectTo')
      host.pages.close(host.pages.top())
      host.pages.open(address)
    },
    reLaunch({ url }: UrlOption) {
      const address = resolvePage(url)
      for (const page of pages().reverse()) host.pages.close(page)
      for (const page of cachedTabs.values()) if (!page.closed) host.pages.close(page)
      cachedTabs.clear()
      host.pages.open(address)
      const opened = host.pages.top()
      if (tabs.includes(opened.route)) cachedTabs.set(opened.route, opened)
    },
    switchTab({ url }: UrlOption) {
      const { route } = resolvePage(url)
      if (!tabs.includes(route)) throw new Error('can not switch to no-tabBar page')
      const isCurrent = topRoute() === route
      for (const page of pages().reverse()) {
        if (!tabs.includes(page.route)) host.pages.close(page)
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
    },
    async navigateBack({ delta = 1 }: { delta?: number } = {}) {
      const { container } = host.pages.top()
      if (container) return container.leave()
      if (pages().length < 2) throw new Error('cannot navigate back at first page')
      if (!(await confirmLeaving(host.pages.top()))) throw new Error('cancel')
      for (let count = delta; count > 0 && pages().length > 1; count--) host.pages.close(host.pages.top())
      host.pages.show(host.pages.top())
    },
  }

  let queue: Promise<unknown> = Promise.resolve()
  const serialize =
    <Options>(navigate: (options: Options) => unknown) =>
    (options: Options): Promise<void> => {
      const run = queue.then(() => navigate(options)).then(() => undefined)
      queue = run.catch(() => undefined).then(() => pages().at(-1)?.ready)
      return run
    }

  return {
    navigateTo: serialize(navigations.navigateTo),
    redirectTo: serialize(navigations.redirectTo),
    reLaunch: serialize(navigations.reLaunch),
    switchTab: serialize(navigations.switchTab),
    navigateBack: serialize(navigations.navigateBack),
  }
}
