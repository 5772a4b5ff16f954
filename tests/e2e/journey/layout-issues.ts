import type { Page } from 'playwright-core'

const LEAST_TARGET = 44

/**
 * Returns layout issues of the screen, or of the open sheet: nothing may scroll, overflow or be cut off, and every target must be
 * on one line, large enough and hit at its centre.
 */
export const layoutIssues = (page: Page): Promise<string[]> =>
  page.evaluate((least) => {
    const found: string[] = []
    const [width, height] = [window.innerWidth, window.innerHeight]
    const sheet = [...document.querySelectorAll('[role="dialog"]')]
      .filter((one) => one.checkVisibility())
      .at(-1)
    const inside = (sheet ?? document.body).querySelectorAll('*')
    const shown = [...inside].filter((one) => one.checkVisibility({ visibilityProperty: true }))
    // the preview is a picture of a page and cut off on purpose
    const real = shown.filter((one) => !one.closest('.preview'))
    const nameOf = (one: Element) =>
      `${one.getAttribute('aria-label') ?? one.textContent?.slice(0, 20)} (${one.className})`
    const near = (box: DOMRect) => [box.left, box.top, box.right, box.bottom].map(Math.round).join(' ')

    for (const one of [document.documentElement, document.body, ...real]) {
      const { overflowX, overflowY } = getComputedStyle(one)
      const whole = one === document.documentElement || one === document.body
      if ((whole || /auto|scroll/.test(overflowY)) && one.scrollHeight > one.clientHeight + 1)
        found.push(`scrolls: ${nameOf(one)}, ${one.scrollHeight} in ${one.clientHeight}`)
      if ((whole || /auto|scroll/.test(overflowX)) && one.scrollWidth > one.clientWidth + 1)
        found.push(`scrolls sideways: ${nameOf(one)}, ${one.scrollWidth} in ${one.clientWidth}`)
    }

    const clips = (one: Element | null) => {
      const boxes = [new DOMRect(0, 0, width, height)]
      for (let at = one; at && at !== document.body; at = at.parentElement) {
        const { overflow, position } = getComputedStyle(at)
        if (overflow !== 'visible') boxes.push(at.getBoundingClientRect())
        // only the window clips a sheet
        if (position === 'fixed') break
      }
      return boxes
    }
    const holds = (outer: DOMRect, inner: DOMRect) =>
      inner.left >= outer.left - 1 &&
      inner.right <= outer.right + 1 &&
      inner.top >= outer.top - 1 &&
      inner.bottom <= outer.bottom + 1

    for (const one of real) {
      const box = one.getBoundingClientRect()
      if (box.width > 0 && (box.left < -1 || box.right > width + 1)) found.push(`sticks out: ${nameOf(one)}`)
      // a textarea renders its value, not its text nodes, and scrolls when lines do not fit
      if (one.matches('textarea')) continue
      for (const node of one.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim()) continue
        const range = document.createRange()
        range.selectNodeContents(node)
        const words = range.getBoundingClientRect()
        if (one.closest('.chip, .button') && range.getClientRects().length > 1)
          found.push(`broken: ${nameOf(one)}`)
        if (clips(one).some((clip) => !holds(clip, words)))
          found.push(`cut off: ${nameOf(one)} ${near(words)}`)
      }
    }

    const roles = ['button', 'radio', 'checkbox', 'link', 'switch', 'tab'].map((role) => `[role="${role}"]`)
    for (const one of real.filter((each) =>
      each.matches([...roles, 'a', 'button', 'input', 'textarea'].join()),
    )) {
      const box = one.getBoundingClientRect()
      const field = one.matches('input, textarea') ? (one.closest('.field__input') ?? one) : one
      const size = field.getBoundingClientRect()
      if (size.width < least || size.height < least)
        found.push(`too small: ${nameOf(one)}, ${size.width.toFixed(1)} × ${size.height.toFixed(1)}`)
      if (!holds(new DOMRect(0, 0, width, height), box))
        found.push(`off the screen: ${nameOf(one)} ${near(box)}`)
      const hit = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2)
      if (!hit || !(one.contains(hit) || hit.contains(one)))
        found.push(`covered: ${nameOf(one)} by ${hit ? nameOf(hit) : 'nothing'}`)
    }
    return found
  }, LEAST_TARGET)
