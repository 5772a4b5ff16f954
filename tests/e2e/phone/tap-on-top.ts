import type { Locator } from 'playwright-core'
import { PATIENCE } from '../../support/patience'
import { standing } from '../measured/settled'

/** So long, in ms, a thing that something else covers may take to be free: a sheet slides in or out. */
const COVERED = 1500

/**
 * Taps what `find` answers, as a thumb does: what lies on top. Where a sheet came over what was found, it is looked for
 * again; Playwright alone would go on with what lies below.
 */
export async function tapOnTop(find: () => Promise<Locator>): Promise<void> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    const target = await find()
    // nothing is heard from what has just come, and Playwright would look again only now and then
    await standing(target.page())
    const free = await target.tap({ trial: true, timeout: COVERED }).then(
      () => true,
      () => false,
    )
    if (free) return target.tap()
  }
  return (await find()).tap()
}
