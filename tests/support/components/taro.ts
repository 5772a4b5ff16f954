import { useEffect, useRef } from 'react'

/**
 * A fake `@tarojs/taro` for component tests: in-memory storage and navigation, a request handler, and page hooks
 * built on React effects. Tests control it through `fakeTaro`.
 */
export interface Request {
  url: string
  /** The URL without its origin. */
  path: string
  method: string
  body: unknown
  header: Record<string, string>
}

export interface Answer {
  status: number
  body?: unknown
  header?: Record<string, string>
}

/** A successful answer. */
export const ok = <Body>(body: Body) => ({ status: 200, body })

export const session = ok({ token: 't', accountId: '01J0000000000000000ACC0VNT' })

/** Replies to a request; `null` is a dead network. */
type Handler = (request: Request) => Answer | null | Promise<Answer | null>

type Listener<T> = (value: T) => void

/** Survives `jest.resetModules()`, as a phone's storage survives a restart of the app. */
const phone = globalThis as { taroStorage?: Map<string, string> }
phone.taroStorage ??= new Map()
const storage = phone.taroStorage
const shown = new Set<() => void>()
const hidden = new Set<() => void>()
const network = new Set<Listener<{ isConnected: boolean; networkType: string }>>()
let handler: Handler = () => ({ status: 404, body: { code: 'not-found', status: 404 } })
let params: Record<string, string> = {}
let pages: string[] = []
let shareMessage: (() => unknown) | null = null
let shareTimeline: (() => unknown) | null = null
let pulled: (() => void) | null = null

export const fakeTaro = {
  navigations: [] as { by: string; url: string; delta?: number }[],
  requests: [] as Request[],
  titles: [] as string[],
  answer(next: Handler) {
    handler = next
  },
  /** Like `answer`, but a session is given to whoever asks for one. */
  answerSignedIn(next: Handler) {
    handler = (request) => (request.path === '/api/sessions' ? session : next(request))
  },
  params(next: Record<string, string>) {
    params = next
  },
  /** Sets the page stack, as `route` or `route?query`, including the page under test. */
  stack(next: string[]) {
    pages = next
  },
  /** Returns the share message of the page under test. */
  shareMessage: () => shareMessage?.(),
  /** Returns what the page under test shares to WeChat's Moments. */
  shareTimeline: () => shareTimeline?.(),
  /** Pulls the page under test down, as in WeChat; it was rendered last. */
  pullDown: () => pulled?.(),
  show: () => {
    for (const tell of [...shown]) tell()
  },
  hide: () => {
    for (const tell of [...hidden]) tell()
  },
  network(isConnected: boolean) {
    for (const tell of [...network]) tell({ isConnected, networkType: isConnected ? 'wifi' : 'none' })
  },
  storage,
  reset() {
    storage.clear()
    fakeTaro.navigations.length = 0
    fakeTaro.requests.length = 0
    fakeTaro.titles.length = 0
    handler = () => ({ status: 404, body: { code: 'not-found', status: 404 } })
    params = {}
    pages = []
    shareMessage = null
    shareTimeline = null
    pulled = null
  },
}

/** A page of the stack, given as `route?query`. */
function pageOf(address: string) {
  const [route = '', query] = address.split('?')
  return { route, options: Object.fromEntries(new URLSearchParams(query)) }
}

/** One of `fakeTaro.navigations`. */
export const navigation = (url: string, by = 'navigateTo') => ({ by, url })

const recordNavigation =
  (by: string) =>
  async (option: { url?: string; delta?: number } = {}) => {
    const { url = '', delta } = option
    fakeTaro.navigations.push({ by, url, ...(delta === undefined ? {} : { delta }) })
    return { errMsg: `${by}:ok` }
  }

/** The real timer, even when a test uses fake timers. */
const later = setTimeout

/** Reports the phone offline until the failed request is handled. */
function loseNetwork() {
  if (typeof navigator === 'undefined') return
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: false })
  later(() => Object.defineProperty(navigator, 'onLine', { configurable: true, value: true }))
}

interface RequestOption {
  url: string
  method?: string
  data?: unknown
  header?: Record<string, string>
  success?(reply: { data: unknown; statusCode: number; header: Record<string, string> }): void
  fail?(error: { errMsg: string }): void
}

const readBody = (data: unknown) => (typeof data === 'string' && data ? JSON.parse(data) : data)

function request(option: RequestOption) {
  const sentRequest: Request = {
    url: option.url,
    path: option.url.replace(/^https?:\/\/[^/]+/, ''),
    method: option.method ?? 'GET',
    body: readBody(option.data),
    header: option.header ?? {},
  }
  fakeTaro.requests.push(sentRequest)
  const reply = Promise.resolve()
    .then(() => handler(sentRequest))
    .then((answer) => {
      if (!answer) {
        loseNetwork()
        throw { errMsg: 'request:fail' }
      }
      const text = answer.body === undefined ? '' : JSON.stringify(answer.body)
      const result = { data: text, statusCode: answer.status, header: answer.header ?? {} }
      option.success?.(result)
      return result
    })
    .catch((error: { errMsg?: string }) => {
      const failed = { errMsg: error.errMsg ?? String(error) }
      option.fail?.(failed)
      throw failed
    })
  return Object.assign(reply, { abort: () => undefined })
}

const Taro = {
  getStorageSync: (key: string) => {
    const text = storage.get(key)
    return text === undefined ? '' : JSON.parse(text)
  },
  setStorageSync: (key: string, value: unknown) => void storage.set(key, JSON.stringify(value)),
  removeStorageSync: (key: string) => void storage.delete(key),
  clearStorageSync: () => storage.clear(),
  navigateTo: recordNavigation('navigateTo'),
  redirectTo: recordNavigation('redirectTo'),
  reLaunch: recordNavigation('reLaunch'),
  navigateBack: recordNavigation('navigateBack'),
  getCurrentPages: () => pages.map(pageOf),
  getCurrentInstance: () => ({ router: { params, path: pages[pages.length - 1] ?? '' } }),
  setNavigationBarTitle: async ({ title }: { title: string }) => void fakeTaro.titles.push(title),
  request,
  login: async () => ({ code: 'login-code' }),
  getNetworkType: async () => ({ networkType: 'wifi' }),
  onNetworkStatusChange: (tell: Listener<{ isConnected: boolean; networkType: string }>) =>
    void network.add(tell),
  offNetworkStatusChange: (tell: Listener<{ isConnected: boolean; networkType: string }>) =>
    void network.delete(tell),
  setClipboardData: async () => undefined,
  makePhoneCall: async () => undefined,
  pageScrollTo: async () => undefined,
  nextTick: (run: () => void) => setTimeout(run, 0),
  stopPullDownRefresh: () => undefined,
}

export default Taro

export const useRouter = () => ({ params, path: pages[pages.length - 1] ?? '' })

function useLatest<T>(value: T) {
  const latest = useRef(value)
  latest.current = value
  return latest
}

/** Runs once when the page is mounted. */
export function useLoad(run: (given: Record<string, string>) => void) {
  const latest = useLatest(run)
  useEffect(() => latest.current(params), [latest])
}

export function useUnload(run: () => void) {
  const latest = useLatest(run)
  useEffect(() => () => latest.current(), [latest])
}

/** Runs when the page is mounted and on every `fakeTaro.show()`. */
export function useDidShow(run: () => void) {
  const latest = useLatest(run)
  useEffect(() => {
    const tell = () => latest.current()
    shown.add(tell)
    tell()
    return () => void shown.delete(tell)
  }, [latest])
}

export function useDidHide(run: () => void) {
  const latest = useLatest(run)
  useEffect(() => {
    const tell = () => latest.current()
    hidden.add(tell)
    return () => void hidden.delete(tell)
  }, [latest])
}

export function useShareAppMessage(run: () => unknown) {
  shareMessage = run
}

export function useShareTimeline(run: () => unknown) {
  shareTimeline = run
}

export const useReady = useLoad
export function usePullDownRefresh(run: () => void) {
  pulled = run
}
export const usePageScroll = () => undefined
