import type { Page } from 'playwright-core'

/** A tap that became none, because what it touched went away, comes to nobody. */
const COMES_MS = 2000

/** Taps a point, and answers once the page was told: on a busy machine that is later than the browser says so. */
export async function tapAt(page: Page, { x, y }: { x: number; y: number }): Promise<void> {
  const told = await page.evaluateHandle((most) => {
    const came = new Promise<void>((resolve) => {
      addEventListener('click', () => resolve(), { capture: true, once: true })
      setTimeout(resolve, most)
    })
    return { came }
  }, COMES_MS)
  await page.touchscreen.tap(x, y)
  await told.evaluate(({ came }) => came)
  await told.dispose()
}
