import type { Page } from 'playwright-core'

/** A tap that became none, because what it touched went away, comes to nobody. */
const COMES_MS = 2000

interface HeardTap {
  /** Whether a finger came down. Waits a while for it. */
  began(): Promise<boolean>
  /** Answers once the page was told of the tap: on a busy machine that is later than the browser says so. */
  ended(): Promise<void>
}

/** Has a page listen for the tap that is about to come. */
export async function hearTap(page: Page): Promise<HeardTap> {
  const heard = await page.evaluateHandle(() => {
    const on = (type: string) =>
      new Promise<true>((resolve) => {
        addEventListener(type, () => resolve(true), { capture: true, once: true })
      })
    return { touchstart: on('touchstart'), click: on('click') }
  })
  const came = (type: 'touchstart' | 'click') =>
    heard
      .evaluate(
        (all, [wanted, most]) =>
          Promise.race([all[wanted], new Promise<false>((resolve) => setTimeout(resolve, most, false))]),
        [type, COMES_MS] as const,
      )
      // a page that has gone was tapped away
      .catch(() => true)
  return {
    began: () => came('touchstart'),
    async ended() {
      await came('click')
      await heard.dispose()
    },
  }
}
