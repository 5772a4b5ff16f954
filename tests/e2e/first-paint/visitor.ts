import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, BrowserContext, Page } from 'playwright-core'

export interface Visitor {
  context: BrowserContext
  page: Page
  /** What went wrong in the page. */
  errors: string[]
  /** Lets the site's scripts come, and waits until they have taken over. */
  boot(): Promise<void>
  /** The sum of layout shifts that nobody caused by a tap. */
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

/** Somebody who sees a shop's first screen while the site's scripts are still on their way. */
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
  let open: () => void = () => undefined
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  await page.route(/\/js\/app\./, async (route) => {
    await gate
    await route.continue()
  })
  if (script) await page.addInitScript(watchShifts)
  // deferred scripts are held, so the page is never "loaded" before they come
  await page.goto(url, { waitUntil: 'commit' })
  await page.locator('#first-paint .page').waitFor()
  // asked again from here: where scripts are off, a page's own timers and frames do not run
  const drawn = () =>
    page.evaluate(() => [...document.images].every(({ complete, loading }) => complete || loading === 'lazy'))
  while (!(await drawn())) await sleep(20)
  return {
    context,
    page,
    errors,
    async boot() {
      open()
      await page.locator('#first-paint').waitFor({ state: 'detached' })
      await page.waitForLoadState('networkidle')
    },
    shift: () => page.evaluate(() => (window as unknown as Watched).shifted),
  }
}

/** Where every part of the page stands and how it looks, in the first screen or in Taro's page. */
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
