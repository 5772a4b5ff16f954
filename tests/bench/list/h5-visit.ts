import type { Browser, Page } from 'playwright-core'
import { goodsWords } from '@/locales/product/goods'

/** The work of a phone with a CPU four times slower than this machine. Times in ms. */
export interface ListVisit {
  /** Number of elements and bytes of JavaScript heap after the page has opened. */
  elements: number
  heap: number
  /** Time from a tap on + to the frame that shows it. */
  tap: number
  /** The longest frame while scrolling to the last product. */
  slowestFrame: number
}

const SLOWER_CPU = 4
const VIEWPORT = { width: 390, height: 844 }
const PX_A_FRAME = 60
/** About 90 seconds of frames. */
const MAX_FRAMES = 5000

/** Runs in the page: resolves with the time from the next tap to its paint, in ms. */
const timeNextTap = () =>
  new Promise<number>((resolve) => {
    addEventListener(
      'click',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve(performance.now() - timeStamp)
          port2.postMessage(undefined)
        })
      },
      { capture: true, once: true },
    )
  })

/**
 * Runs in the page: scrolls down quickly to the last product; resolves with the longest frame in ms. Taro pages scroll
 * inside themselves.
 */
function scrollDown({ last, px, most }: { last: string; px: number; most: number }): Promise<number> {
  const page = document.querySelector('.taro_page') as HTMLElement
  const isLastVisible = () =>
    [...page.querySelectorAll('[class$="__name"]')].some(({ textContent }) => textContent === last)
  return new Promise((resolve, reject) => {
    let before = Number.NaN
    let slowest = 0
    let frames = 0
    const frame = (now: number) => {
      slowest = Math.max(slowest, now - before || 0)
      before = now
      const at = page.scrollTop
      page.scrollBy(0, px)
      if (page.scrollTop === at && isLastVisible()) resolve(slowest)
      else if (++frames > most) reject(new Error(`${last} was not reached in ${most} frames`))
      else requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
}

async function tapPlus(page: Page, name: string): Promise<number> {
  const button = page.getByRole('button', { name: goodsWords.add(name), exact: true })
  await button.scrollIntoViewIfNeeded()
  const tapped = page.evaluate(timeNextTap)
  await button.click()
  return tapped
}

/** Opens a shop in a new browser context, taps + on a product and scrolls to the last one. */
export async function visitList(
  browser: Browser,
  url: string,
  names: { first: string; last: string },
): Promise<ListVisit> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: 'zh-CN' })
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_CPU })
    await session.send('Performance.enable')
    await page.goto(url)
    await page.locator('#first-paint').waitFor({ state: 'detached' })
    await page.waitForLoadState('networkidle')
    await session.send('HeapProfiler.collectGarbage')
    const { metrics } = await session.send('Performance.getMetrics')
    const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN
    const elements = await page.locator('#app *').count()
    const tap = await tapPlus(page, names.first)
    const slowestFrame = await page.evaluate(scrollDown, {
      last: names.last,
      px: PX_A_FRAME,
      most: MAX_FRAMES,
    })
    return { elements, heap, tap, slowestFrame }
  } finally {
    await context.close()
  }
}
