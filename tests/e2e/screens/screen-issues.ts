import type { Page } from 'playwright-core'

/** Returns layout issues that a picture hardly shows: horizontal overflow, cut text, not exactly one main heading. */
export function screenIssues(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isVisible = (element: Element) => element.checkVisibility() && element.getClientRects().length > 0
    const inside = [...document.querySelectorAll('.taro_page')].filter(isVisible).at(-1) ?? document.body
    const all = [...inside.querySelectorAll<HTMLElement>('*')].filter(isVisible)
    const headings = all.filter((element) => element.matches('[aria-level="1"]')).length
    const wide = Math.max(document.documentElement.scrollWidth, inside.scrollWidth) - innerWidth
    const cut = all.filter(({ children, textContent, scrollWidth, clientWidth }) => {
      return children.length === 0 && textContent?.trim() && clientWidth > 0 && scrollWidth > clientWidth + 1
    })
    return [
      ...(headings === 1 ? [] : [`${headings} main headings`]),
      ...(wide > 0 ? [`${wide} px wider than the window`] : []),
      ...cut.map(({ textContent }) => `cut: ${textContent}`),
    ]
  })
}

/** Reports console errors, except for requests that fail on purpose. */
export function watchConsole(page: Page, note: (fault: string) => void) {
  page.on('pageerror', (error) => note(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      note(message.text())
  })
}
