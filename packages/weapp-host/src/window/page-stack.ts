import type { Root } from 'glass-easel-miniprogram-adapter'
import { type PageAddress, pageWindow } from '../shared/app-config'
import type { Components } from './components'
import type { Hooks, Host } from './host-types'
import { measureSetData } from './set-data'

export interface NavigationBar {
  title: string
  background: string
  text: string
}

export interface OpenPage {
  route: string
  query: Record<string, string>
  /** The object that is `this` in page code. */
  instance: Hooks & { setData(data: unknown, callback?: () => void): void }
  root: Root
  element: HTMLElement
  bar: NavigationBar
  scrollTop: number
  closed: boolean
  /** The visible `page-container`. Going back closes it instead of the page. */
  container: { leave(): void } | null
  /** Question shown before the page is left, set by `enableAlertBeforeUnload`. */
  leaveMessage: string
  /** Resolves after `onReady`. */
  ready: Promise<void>
}

export interface PageStack {
  list(): OpenPage[]
  instances(): unknown[]
  top(): OpenPage
  open(address: PageAddress): OpenPage
  close(page: OpenPage): void
  hide(page: OpenPage | undefined): void
  show(page: OpenPage): void
  replaceAll(pages: OpenPage[]): void
  /** Calls a method of a page, if it exists. An error it throws is recorded. */
  call(page: OpenPage, hook: string, ...input: unknown[]): unknown
  /** Updates the title bar, the tab bar and the styles for the page on top. */
  refresh(): void
}

const READY_MS = 30

function callHook(host: Host, page: OpenPage, hook: string, input: unknown[]): unknown {
  const run = page.instance[hook]
  if (typeof run !== 'function') return undefined
  try {
    return run.apply(page.instance, input)
  } catch (error) {
    host.fail(error)
    return undefined
  }
}

function buildPage(host: Host, components: Components, { route, query }: PageAddress): OpenPage {
  const { document } = host.window
  const root = components.createPage(route)
  const element = document.createElement('div')
  element.className = 'wx-page-box'
  element.dataset.route = route
  const instance = root.get() as unknown as OpenPage['instance']
  Object.assign(instance, { route, __route__: route, options: query })
  const config = pageWindow(host.bundle, route)
  return {
    route,
    query,
    root,
    instance,
    element,
    bar: {
      title: config.navigationBarTitleText ?? '',
      background: config.navigationBarBackgroundColor ?? '#ffffff',
      text: config.navigationBarTextStyle ?? 'black',
    },
    scrollTop: 0,
    closed: false,
    container: null,
    leaveMessage: '',
    ready: Promise.resolve(),
  }
}

/** Inserts a page into the document and calls onLoad, onShow and, one frame later, onReady. */
function startPage(host: Host, page: OpenPage) {
  const { window } = host
  const anchor = window.document.createElement('span')
  page.element.appendChild(anchor)
  window.document.getElementById('wx-pages')?.appendChild(page.element)
  type Parent = Parameters<Root['attach']>[0]
  page.root.attach(page.element as unknown as Parent, anchor as unknown as Parent)
  host.pages.refresh()
  window.scrollTo(0, 0)
  callHook(host, page, 'onLoad', [page.query])
  callHook(host, page, 'onShow', [])
  page.ready = new Promise((done) => {
    window.requestAnimationFrame(() => {
      if (!page.closed) callHook(host, page, 'onReady', [])
      setTimeout(done, READY_MS)
    })
  })
}

function stopPage(host: Host, page: OpenPage) {
  callHook(host, page, 'onUnload', [])
  page.closed = true
  page.root.release()
  page.element.remove()
}

function hidePage(host: Host, page: OpenPage) {
  page.scrollTop = host.window.scrollY
  callHook(host, page, 'onHide', [])
}

/** Creates the stack of open pages. `refresh` updates what surrounds the page on top. */
export function createPageStack(host: Host, components: Components, refresh: () => void): PageStack {
  let stack: OpenPage[] = []
  const top = () => {
    const page = stack[stack.length - 1]
    if (!page) throw new Error('no page is open')
    return page
  }
  return {
    list: () => [...stack],
    instances: () => stack.map((page) => page.instance),
    top,
    open(address) {
      const page = buildPage(host, components, address)
      measureSetData(host, page.instance, page.route, () => !page.closed)
      stack.push(page)
      startPage(host, page)
      return page
    },
    close(page) {
      stopPage(host, page)
      stack = stack.filter((other) => other !== page)
    },
    hide: (page) => page && hidePage(host, page),
    show(page) {
      refresh()
      host.window.scrollTo(0, page.scrollTop)
      callHook(host, page, 'onShow', [])
    },
    replaceAll(pages) {
      stack = pages
    },
    call: (page, hook, ...input) => callHook(host, page, hook, input),
    refresh,
  }
}
