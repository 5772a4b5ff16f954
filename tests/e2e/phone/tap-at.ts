import type { Page } from 'playwright-core'
import { hearTap } from './heard-tap'

/** Taps a point, and answers once the page was told. */
export async function tapAt(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  const heard = await hearTap(page)
  await page.touchscreen.tap(x, y)
  await heard.ended()
}
