const SHEETS = '[role="dialog"], [aria-role="dialog"]'
/** Page elements of Taro's router and of the mini-program host. */
const PAGES = '.taro_page, .wx-page-box'

const top = (selector: string) =>
  [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility()).at(-1)

/** Returns the open sheet or else the topmost page. */
export const frontmostElement = (): HTMLElement => top(SHEETS) ?? top(PAGES) ?? document.body

export const isShown = (element: Element) =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
  element.getClientRects().length > 0

/** Describes an element by its text and class. */
export function describeElement(element: Element): string {
  const field = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
  const label = element.getAttribute('aria-label') ?? element.parentElement?.getAttribute('aria-label')
  const text = element.getAttribute('aria-label') ?? (field ? label : element.textContent) ?? ''
  const words = text.trim().replace(/\s+/g, ' ').slice(0, 24)
  const className = element.className || element.parentElement?.className || element.tagName.toLowerCase()
  return `“${words}” .${String(className).trim().replace(/\s+/g, '.')}`
}
