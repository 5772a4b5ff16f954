import { allPages, type PageAddress, parsePageUrl, tabPages } from './app-config'
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

const MOST_PAGES = 10

/** The five navigations with WeChat's rules; one runs at a time, as its transitions make them. */
export function createRouter(host: Host): Router {
  const { app } = host.bundle
  const tabs = tabPages(app)
  const keptTabs = new Map<string, OpenPage>()
  const pages = () => host.pages.list()
  const topRoute = () => pages().at(-1)?.route

  const find = (url: string): PageAddress => {
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
  const findPlain = (url: string, api: string) => {
    const address = find(url)
    if (tabs.includes(address.route)) throw new Error(`can not ${api} a tabbar page`)
    return address
  }
  const mayLeave = async (page: OpenPage) => {
    if (!page.leaveMessage) return true
    return host.layers.confirm({ content: page.leaveMessage })
  }

  const steps = {
    navigateTo({ url }: UrlOption) {
      const address = findPlain(url, 'navigateTo')
      if (pages().length >= MOST_PAGES) throw new Error('webview count limit exceed')
      host.pages.hide(pages().at(-1))
      host.pages.open(address)
    },
    redirectTo({ url }: UrlOption) {
      const address = findPlain(url, 'redirectTo')
      host.pages.close(host.pages.top())
      host.pages.open(address)
    },
    reLaunch({ url }: UrlOption) {
      const address = find(url)
      for (const page of pages().reverse()) host.pages.close(page)
      for (const page of keptTabs.values()) if (!page.closed) host.pages.close(page)
      keptTabs.clear()
      host.pages.open(address)
      const opened = host.pages.top()
      if (tabs.includes(opened.route)) keptTabs.set(opened.route, opened)
    },
    switchTab({ url }: UrlOption) {
      const { route } = find(url)
      if (!tabs.includes(route)) throw new Error('can not switch to no-tabBar page')
      const wasOn = topRoute() === route
      for (const page of pages().reverse()) {
        if (!tabs.includes(page.route)) host.pages.close(page)
        else {
          keptTabs.set(page.route, page)
          if (page.route !== route) host.pages.hide(page)
          page.box.style.display = 'none'
        }
      }
      const kept = keptTabs.get(route)
      host.pages.replaceAll(kept ? [kept] : [])
      if (!kept) keptTabs.set(route, host.pages.open({ route, query: {} }))
      else if (wasOn) host.pages.refresh()
      else host.pages.show(kept)
    },
    async navigateBack({ delta = 1 }: { delta?: number } = {}) {
      const { container } = host.pages.top()
      if (container) return container.leave()
      if (pages().length < 2) throw new Error('cannot navigate back at first page')
      if (!(await mayLeave(host.pages.top()))) throw new Error('cancel')
      for (let left = delta; left > 0 && pages().length > 1; left--) host.pages.close(host.pages.top())
      host.pages.show(host.pages.top())
    },
  }

  let queue: Promise<unknown> = Promise.resolve()
  const oneAtATime =
    <Options>(step: (options: Options) => unknown) =>
    (options: Options): Promise<void> => {
      const run = queue.then(() => step(options)).then(() => undefined)
      queue = run.catch(() => undefined).then(() => pages().at(-1)?.ready)
      return run
    }

  return {
    navigateTo: oneAtATime(steps.navigateTo),
    redirectTo: oneAtATime(steps.redirectTo),
    reLaunch: oneAtATime(steps.reLaunch),
    switchTab: oneAtATime(steps.switchTab),
    navigateBack: oneAtATime(steps.navigateBack),
  }
}
