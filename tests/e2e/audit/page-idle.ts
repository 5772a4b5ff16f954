import type { Page } from 'playwright-core'
import { WAIT_TIMEOUT_MS } from '../../support/wait-timeout'

const QUIET_MS = 120
/** Maximum wait in ms after loading, because some pages change forever. */
const MAX_WAIT_MS = 4000

/** Waits until the page is idle: no DOM changes, pending images or animations. */
export async function waitForIdle(page: Page) {
  await page.evaluate(
    async ({ quiet, most, timeout }) => {
      const begun = performance.now()
      let end = begun + most
      let changed = begun
      const observer = new MutationObserver(() => {
        changed = performance.now()
      })
      observer.observe(document, { childList: true, subtree: true, attributes: true })
      const loads = () => document.querySelector('.skeleton') !== null
      const moves = () =>
        performance.now() - changed < quiet ||
        [...document.images].some((image) => !image.complete && image.loading !== 'lazy')
      while ((loads() || moves()) && performance.now() < end) {
        // the server's response time does not count
        if (loads()) end = Math.min(performance.now() + most, begun + timeout)
        await new Promise((next) => requestAnimationFrame(next))
      }
      observer.disconnect()
    },
    { quiet: QUIET_MS, most: MAX_WAIT_MS, timeout: WAIT_TIMEOUT_MS },
  )
  await waitForStillness(page)
}

/** Waits for finite animations to end. */
export async function waitForAnimations(page: Page) {
  await page.evaluate(async () => {
    const finite = document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity)
    await Promise.all(finite.map((one) => one.finished.catch(() => undefined)))
  })
}

const frames = (page: Page, count: number) =>
  page.evaluate(async (left) => {
    for (let at = 0; at < left; at++) await new Promise((next) => requestAnimationFrame(next))
  }, count)

/** Waits for animations and layout. */
export async function waitForStillness(page: Page) {
  await frames(page, 2)
  await waitForAnimations(page)
  await frames(page, 1)
}
