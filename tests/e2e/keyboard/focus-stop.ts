import type { Page } from 'playwright-core'

/** A focused element and its state on screen. */
export interface FocusStop {
  /** Stable for the same element. */
  id: number
  /** Its label and every piece of text in it. */
  words: string[]
  label: string
  role: string
  isField: boolean
  inDialog: boolean
  dialogOpen: boolean
  /** Issues with its visibility. */
  issues: string[]
}

/** Returns the focused element; `null` when nothing on the page has the focus. */
export const currentStop = (page: Page): Promise<FocusStop | null> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement | null
    if (!at || at === document.body) return null
    const known = window as unknown as { stops?: WeakMap<Element, number>; stopCount?: number }
    known.stops ??= new WeakMap()
    if (!known.stops.has(at)) {
      known.stopCount = (known.stopCount ?? 0) + 1
      known.stops.set(at, known.stopCount)
    }
    const isField = at.matches('input, textarea')
    const label = at.getAttribute('aria-label') ?? at.textContent?.trim() ?? ''
    const own = [...at.querySelectorAll('*'), at].map((one) =>
      [...one.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent ?? '')
        .join('')
        .trim(),
    )
    const dialog = [...document.querySelectorAll('[role="dialog"]')]
      .filter((one) => one.checkVisibility())
      .at(-1)

    const issues: string[] = []
    if (at.tabIndex >= 0) {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at)
      const ring = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
      if (!ring) issues.push('has no ring')
      const box = at.getBoundingClientRect()
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
      const inside = x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight
      if (!inside || box.width < 1) issues.push(`is off the screen, at ${Math.round(x)} ${Math.round(y)}`)
      const hit = inside ? document.elementFromPoint(x, y) : null
      if (hit && !at.contains(hit) && !hit.contains(at)) issues.push(`lies under ${hit.className}`)
      for (const edge of [box.top + 2, box.bottom - 2]) {
        const topmost = document.elementFromPoint(x, edge)
        const bar = topmost?.closest('.top-bar, .page__foot')
        if (bar && !bar.contains(at)) issues.push(`is partly under the ${bar.className}`)
      }
    }
    return {
      id: known.stops.get(at) ?? 0,
      words: [label, ...own].filter(Boolean),
      label,
      role: at.getAttribute('role') ?? at.tagName.toLowerCase(),
      isField,
      inDialog: dialog?.contains(at) ?? false,
      dialogOpen: dialog !== undefined,
      issues,
    }
  })
