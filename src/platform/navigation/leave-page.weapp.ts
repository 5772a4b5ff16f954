import { visibleInterceptor } from './page-interceptors'

/** In a mini-program a page has only one history entry. */
export const leavePage = (run: () => void): void => run()

/** Runs a navigation to the page below after the page's back interceptor is hidden. */
export function leaveBack(run: () => void): void {
  const interceptor = visibleInterceptor()
  if (interceptor) interceptor.runUnintercepted(run)
  else run()
}
