import type { Page } from 'playwright-core'
import { observeTap } from './tap-events'

/** Taps a point and resolves when the page has received the click. */
export async function tapAt(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  const tapEvents = await observeTap(page)
  await page.touchscreen.tap(x, y)
  await tapEvents.ended()
}
