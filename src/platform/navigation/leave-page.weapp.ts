import { visibleCatcher } from './page-catcher'

/** A page has one entry here. */
export const leavePage = (run: () => void): void => run()

/** Does what leads to the page below once no sheet catches it. */
export function leaveBack(run: () => void): void {
  const catcher = visibleCatcher()
  if (catcher) catcher.pass(run)
  else run()
}
