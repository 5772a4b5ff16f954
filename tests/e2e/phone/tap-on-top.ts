import type { Locator } from 'playwright-core'
import { WAIT_TIMEOUT_MS } from '../../support/wait-timeout'
import { waitForAnimations } from '../audit/page-idle'
import { observeTap } from './tap-events'

/** Maximum wait in ms for a covered element: a sheet slides in or out. */
const COVERED_MS = 1500

const succeeds = (tap: Promise<void>) =>
  tap.then(
    () => true,
    () => false,
  )

/**
 * Taps the topmost element that `find` returns and resolves when the page has received the click.
 * A covered element is searched for again, while Playwright alone would retry the lower one.
 */
export async function tapOnTop(find: () => Promise<Locator>): Promise<void> {
  for (const end = Date.now() + WAIT_TIMEOUT_MS; Date.now() < end; ) {
    const target = await find()
    // an element in transition takes no taps, and Playwright would retry only at intervals
    await waitForAnimations(target.page())
    if (!(await succeeds(target.tap({ trial: true, timeout: COVERED_MS })))) continue
    const tapEvents = await observeTap(target.page())
    // a tap that the driver reports late must not be repeated
    if ((await succeeds(target.tap({ timeout: COVERED_MS }))) || (await tapEvents.began()))
      return tapEvents.ended()
  }
  return (await find()).tap()
}
