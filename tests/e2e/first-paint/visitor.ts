import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'

export interface Visitor {
  context: BrowserContext
  page: Page
  /** Errors of the page. */
  errors: string[]
  /** Releases the site's scripts and waits until they have taken over. */
  boot(): Promise<void>
  /** Returns the cumulative layout shift without user input. */
  shift(): Promise<number>
}

interface Watched extends Window {
  shifted: number
}

function watchShifts() {
  const watched = window as unknown as Watched
  watched.shifted = 0
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number
      hadRecentInput: boolean
    })[])
      if (!entry.hadRecentInput) watched.shifted += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
}

/** Opens a page while the site's scripts are held back. */
export async function visit(
  browser: Browser,
  url: string,
  { width = 390, height = 844, script = true } = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width, height },
    hasTouch: true,
    isMobile: width < 700,
    locale: 'zh-CN',
    deviceScaleFactor: 2,
    javaScriptEnabled: script,
  })
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      errors.push(message.text())
  })
  let release: () => void = () => undefined
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(/\/js\/app\./, async (route) => {
    await released
    await route.continue()
  })
  if (script) await page.addInitScript(watchShifts)
  // deferred scripts are held, so the load event never fires before them
  await page.goto(url, { waitUntil: 'commit' })
  await page.locator('#first-paint .page').waitFor()
  // polled from here, because a page without scripts runs no timers
  const imagesLoaded = () =>
    page.evaluate(() =>
      [...document.images].every(
        (image) =>
          image.complete ||
          (image.loading === 'lazy' && image.getBoundingClientRect().top > window.innerHeight),
      ),
    )
  while (!(await imagesLoaded())) await sleep(20)
  return {
    context,
    page,
    errors,
    async boot() {
      release()
      await page.locator('#first-paint').waitFor({ state: 'detached' })
      await page.waitForLoadState('networkidle')
    },
    shift: () => page.evaluate(() => (window as unknown as Watched).shifted),
  }
}

/** Returns position and style of every element of the first screen or of Taro's page. */
export const looksOf = (page: Page, root: '#first-paint' | '.taro_page'): Promise<string[]> =>
  page.evaluate((within) => {
    const round = (px: number) => Math.round(px * 10) / 10
    return [...document.querySelectorAll(`${within} > .page, ${within} > .page *`)].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      const style = getComputedStyle(element)
      const words = element.children.length === 0 ? element.textContent : ''
      return [
        element.className,
        words,
        ...[x, y, width, height].map(round),
        style.color,
        style.backgroundColor,
        style.fontSize,
        style.lineHeight,
        style.borderRadius,
      ].join(' | ')
    })
  }, root)
