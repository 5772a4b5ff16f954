import type { Page } from 'playwright-core'
import { PATIENCE } from '../../support/patience'

const QUIET = 120
/** So long, in ms, a page whose facts have come is waited for: some change for ever. */
const MOST = 4000

/** Waits until a page is at rest: it does not change, no picture is on its way, nothing moves. */
export async function settled(page: Page) {
  await page.evaluate(
    async ({ quiet, most, patience }) => {
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
        // how long a server takes says nothing of the page
        if (loads()) end = Math.min(performance.now() + most, begun + patience)
        await new Promise((next) => requestAnimationFrame(next))
      }
      observer.disconnect()
    },
    { quiet: QUIET, most: MOST, patience: PATIENCE },
  )
  await stillness(page)
}

/** Waits for whatever slides, fades or has just come; what moves for ever does not count. */
export async function standing(page: Page) {
  await page.evaluate(async () => {
    const finite = document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity)
    await Promise.all(finite.map((one) => one.finished.catch(() => undefined)))
  })
}

const frames = (page: Page, count: number) =>
  page.evaluate(async (left) => {
    for (let at = 0; at < left; at++) await new Promise((next) => requestAnimationFrame(next))
  }, count)

/** Waits for layout, too. */
export async function stillness(page: Page) {
  await frames(page, 2)
  await standing(page)
  await frames(page, 1)
}
