import { visibleInterceptor } from './back-interceptor'

/** In a mini-program a page has only one history entry. */
export const leavePage = (run: () => void): void => run()

/** Runs a navigation to the page below after the page's back interceptor is hidden. */
export function leaveBack(run: () => void): void {
  const interceptor = visibleInterceptor()
  if (interceptor) interceptor.runUnintercepted(run)
  else run()
}

/** WeChat loads a package's pages itself and reports errors. */
export const preloadPage = (_url: string, open: () => void): void => open()

/** WeChat has no history entries within a page. */
export const followHistory = (): void => undefined
