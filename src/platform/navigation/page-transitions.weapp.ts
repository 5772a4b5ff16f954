import Taro from '@tarojs/taro'
import { visibleInterceptor } from './back-interceptor'
import { codeParams, decode, readQuery } from './page-params.weapp'

/** In a mini-program a page has only one history entry. */
export const leavePage = (run: () => void): void => run()

/** Runs a navigation to the page below after the page's back interceptor is hidden. */
export function leaveBack(run: () => void): void {
  const interceptor = visibleInterceptor()
  if (interceptor) interceptor.runUnintercepted(run)
  else run()
}

/** WeChat opens no page above ten others; one place stays free for pages that its own bar opens. */
const MAX_PAGES = 9

interface StackPage {
  route?: string
  options?: Record<string, string | undefined>
}

/** True if a page of the stack was opened by this URL, or by a code for it. */
function isOpenedBy({ route, options = {} }: StackPage, url: string): boolean {
  const [path, query] = url.split('?')
  const { scene: _, q: _link, ...params } = { ...codeParams(options), ...options }
  const wanted = readQuery(query)
  const names = Object.keys({ ...params, ...wanted })
  return `/${route}` === path && names.every((name) => decode(params[name]) === (wanted[name] ?? ''))
}

/**
 * Opens a page above this one, or returns to it if it is open below. When the stack is full, the new page replaces this
 * one; otherwise WeChat would reject it without a message.
 */
export function openAbove(url: string): unknown {
  const pages: StackPage[] = Taro.getCurrentPages()
  const below = [...pages].reverse().findIndex((page, at) => at > 0 && isOpenedBy(page, url))
  if (below > 0) return leaveBack(() => void Taro.navigateBack({ delta: below }))
  return pages.length < MAX_PAGES ? Taro.navigateTo({ url }) : Taro.redirectTo({ url })
}

/** WeChat loads a package's pages itself and reports errors. */
export const preloadPage = (_url: string, open: () => void): void => open()

/** WeChat has no history entries within a page. */
export const followHistory = (): void => undefined
