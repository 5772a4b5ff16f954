import type { Locator } from 'playwright-core'
import { PATIENCE } from '../../support/patience'
import { standing } from '../measured/settled'
import { hearTap } from './heard-tap'

/** So long, in ms, a thing that something else covers may take to be free: a sheet slides in or out. */
const COVERED = 1500

const inTime = (tap: Promise<void>) =>
  tap.then(
    () => true,
    () => false,
  )

/**
 * Taps what `find` answers, as a thumb does: what lies on top, and answers once the page was told. Where a sheet came over
 * what was found, it is looked for again; Playwright alone would go on with what lies below.
 */
export async function tapOnTop(find: () => Promise<Locator>): Promise<void> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    const target = await find()
    // nothing is heard from what has just come, and Playwright would look again only now and then
    await standing(target.page())
    if (!(await inTime(target.tap({ trial: true, timeout: COVERED })))) continue
    const heard = await hearTap(target.page())
    // a tap that only the driver took for late must not come twice
    if ((await inTime(target.tap({ timeout: COVERED }))) || (await heard.began())) return heard.ended()
  }
  return (await find()).tap()
}
