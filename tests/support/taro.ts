import { useEffect, useRef } from 'react'

/**
 * A small stand-in for `@tarojs/taro` in component tests: storage and navigation in memory, requests answered by a
 * handler, page hooks on React's effects. Tests steer it through `stage`.
 */
export interface Request {
  url: string
  /** The address without its origin. */
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

/** Answers a request; `null` is a dead network. */
type Handler = (request: Request) => Answer | null | Promise<Answer | null>

type Listener<T> = (value: T) => void

/** Outlives `jest.resetModules()`, as a phone's storage outlives the app. */
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

export const stage = {
  visits: [] as { by: string; url: string }[],
  requests: [] as Request[],
  titles: [] as string[],
  answer(next: Handler) {
    handler = next
  },
  params(next: Record<string, string>) {
    params = next
  },
  /** The pages below and including the one under test. */
  stack(next: string[]) {
    pages = next
  },
  /** What is asked when people share the page under test. */
  shareMessage: () => shareMessage?.(),
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
    stage.visits.length = 0
    stage.requests.length = 0
    stage.titles.length = 0
    handler = () => ({ status: 404, body: { code: 'not-found', status: 404 } })
    params = {}
    pages = []
    shareMessage = null
  },
}

const visit =
  (by: string) =>
  async (option: { url?: string } = {}) => {
    stage.visits.push({ by, url: option.url ?? '' })
    return { errMsg: `${by}:ok` }
  }

/** The timer of the process, also where a test fakes its own. */
const later = setTimeout

/** A request without an answer finds the phone without a network, which is back once the failure is handled. */
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
  const asked: Request = {
    url: option.url,
    path: option.url.replace(/^https?:\/\/[^/]+/, ''),
    method: option.method ?? 'GET',
    body: readBody(option.data),
    header: option.header ?? {},
  }
  stage.requests.push(asked)
  const reply = Promise.resolve()
    .then(() => handler(asked))
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
  navigateTo: visit('navigateTo'),
  redirectTo: visit('redirectTo'),
  reLaunch: visit('reLaunch'),
  navigateBack: visit('navigateBack'),
  getCurrentPages: () => pages.map((route) => ({ route })),
  getCurrentInstance: () => ({ router: { params, path: pages[pages.length - 1] ?? '' } }),
  setNavigationBarTitle: async ({ title }: { title: string }) => void stage.titles.push(title),
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

/** Runs once when the page is put on the stage. */
export function useLoad(run: (given: Record<string, string>) => void) {
  const latest = useLatest(run)
  useEffect(() => latest.current(params), [latest])
}

export function useUnload(run: () => void) {
  const latest = useLatest(run)
  useEffect(() => () => latest.current(), [latest])
}

/** Runs when the page is put on the stage, and on every `stage.show()`. */
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

export const useShareTimeline = () => undefined
export const useReady = useLoad
export const usePullDownRefresh = () => undefined
export const usePageScroll = () => undefined
