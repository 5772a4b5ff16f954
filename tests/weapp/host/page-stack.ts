import type { Root } from 'glass-easel-miniprogram-adapter'
import { type PageAddress, pageWindow } from './app-config'
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
  caller: Hooks & { setData(data: unknown, callback?: () => void): void }
  root: Root
  box: HTMLElement
  bar: NavigationBar
  scrollTop: number
  closed: boolean
  /** The `page-container` that is up: whoever goes back leaves it, and the page stays. */
  container: { leave(): void } | null
  /** What to ask before the page is left, set by `enableAlertBeforeUnload`. */
  leaveMessage: string
  /** Where in the record the page's first update is. */
  firstUpdate: number
  /** Settles when `onReady` has run. */
  ready: Promise<void>
}

export interface PageStack {
  list(): OpenPage[]
  callers(): unknown[]
  top(): OpenPage
  open(address: PageAddress): OpenPage
  close(page: OpenPage): void
  hide(page: OpenPage | undefined): void
  show(page: OpenPage): void
  replaceAll(pages: OpenPage[]): void
  /** Calls a page's own function; an error it throws goes on record. */
  call(page: OpenPage, hook: string, ...input: unknown[]): unknown
  /** Redraws the title bar, the tab bar and the styles of the page on top. */
  refresh(): void
}

const READY_MS = 30

function callHook(host: Host, page: OpenPage, hook: string, input: unknown[]): unknown {
  const run = page.caller[hook]
  if (typeof run !== 'function') return undefined
  try {
    return run.apply(page.caller, input)
  } catch (error) {
    host.fail(error)
    return undefined
  }
}

function buildPage(host: Host, components: Components, { route, query }: PageAddress): OpenPage {
  const { document } = host.window
  const root = components.createPage(route)
  const box = document.createElement('div')
  box.className = 'wx-page-box'
  box.dataset.route = route
  const caller = root.get() as unknown as OpenPage['caller']
  Object.assign(caller, { route, __route__: route, options: query })
  const config = pageWindow(host.bundle, route)
  return {
    route,
    query,
    root,
    caller,
    box,
    bar: {
      title: config.navigationBarTitleText ?? '',
      background: config.navigationBarBackgroundColor ?? '#ffffff',
      text: config.navigationBarTextStyle ?? 'black',
    },
    scrollTop: 0,
    closed: false,
    container: null,
    leaveMessage: '',
    firstUpdate: host.record.setData.length,
    ready: Promise.resolve(),
  }
}

/** Puts a page into the document and runs onLoad, onShow and, a frame later, onReady. */
function startPage(host: Host, page: OpenPage) {
  const { window } = host
  const anchor = window.document.createElement('span')
  page.box.appendChild(anchor)
  window.document.getElementById('wx-pages')?.appendChild(page.box)
  type Place = Parameters<Root['attach']>[0]
  page.root.attach(page.box as unknown as Place, anchor as unknown as Place)
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

export function createPageStack(host: Host, components: Components, refresh: () => void): PageStack {
  let stack: OpenPage[] = []
  const top = () => {
    const page = stack[stack.length - 1]
    if (!page) throw new Error('no page is open')
    return page
  }
  return {
    list: () => [...stack],
    callers: () => stack.map((page) => page.caller),
    top,
    open(address) {
      const page = buildPage(host, components, address)
      measureSetData(host, page.caller, page.route, () => !page.closed)
      stack.push(page)
      startPage(host, page)
      return page
    },
    close(page) {
      callHook(host, page, 'onUnload', [])
      page.closed = true
      page.root.release()
      page.box.remove()
      stack = stack.filter((other) => other !== page)
    },
    hide(page) {
      if (!page) return
      page.scrollTop = host.window.scrollY
      callHook(host, page, 'onHide', [])
    },
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
