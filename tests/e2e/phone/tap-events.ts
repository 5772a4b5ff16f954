import type { Page } from 'playwright-core'

/** Maximum wait in ms: a tap whose target disappeared fires no event. */
const EVENT_TIMEOUT_MS = 2000

interface TapEvents {
  /** Resolves to whether a touch has started, waiting a while for it. */
  began(): Promise<boolean>
  /** Resolves when the page has received the click, which on a busy machine is later than the driver reports. */
  ended(): Promise<void>
}

/** Listens for the next tap in a page. */
export async function observeTap(page: Page): Promise<TapEvents> {
  const events = await page.evaluateHandle(() => {
    const on = (type: string) =>
      new Promise<true>((resolve) => {
        addEventListener(type, () => resolve(true), { capture: true, once: true })
      })
    return { touchstart: on('touchstart'), click: on('click') }
  })
  const waitForEvent = (type: 'touchstart' | 'click') =>
    events
      .evaluate(
        (all, [wanted, most]) =>
          Promise.race([all[wanted], new Promise<false>((resolve) => setTimeout(resolve, most, false))]),
        [type, EVENT_TIMEOUT_MS] as const,
      )
      // a page that is gone was navigated away by the tap
      .catch(() => true)
  return {
    began: () => waitForEvent('touchstart'),
    async ended() {
      await waitForEvent('click')
      await events.dispose()
    },
  }
}
