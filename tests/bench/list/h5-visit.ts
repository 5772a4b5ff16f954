import type { Browser, Page } from 'playwright-core'
import { sectionWords } from '@/locales/zh-CN/sections'

/** What a phone four times slower than this machine has to do for a list. Times in ms. */
export interface ListVisit {
  /** Elements of the page, and bytes of JavaScript's heap, when it had opened. */
  elements: number
  heap: number
  /** From a tap on + until the frame that shows it. */
  tap: number
  /** The longest frame on the way down to the last product. */
  slowestFrame: number
}

const SLOWER_CPU = 4
const VIEWPORT = { width: 390, height: 844 }
const PX_A_FRAME = 60
/** About a minute and a half of frames. */
const MOST_FRAMES = 5000

/** Runs in the page: from the next tap until it has been painted. */
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
 * Runs in the page: scrolls down as a quick finger does, until the last product is there; answers the longest frame.
 * Pages scroll inside themselves.
 */
function scrollDown({ last, px, most }: { last: string; px: number; most: number }): Promise<number> {
  const page = document.querySelector('.taro_page') as HTMLElement
  const there = () =>
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
      if (page.scrollTop === at && there()) resolve(slowest)
      else if (++frames > most) reject(new Error(`${last} was not come by in ${most} frames`))
      else requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
}

async function tapPlus(page: Page, name: string): Promise<number> {
  const button = page.getByRole('button', { name: sectionWords.goods.add(name, 0), exact: true })
  await button.scrollIntoViewIfNeeded()
  const tapped = page.evaluate(timeNextTap)
  await button.click()
  return tapped
}

/** Opens a shop in a browser that has never been there, taps + on a product, and goes down to the last one. */
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
      most: MOST_FRAMES,
    })
    return { elements, heap, tap, slowestFrame }
  } finally {
    await context.close()
  }
}
