const SHEETS = '[role="dialog"], [aria-role="dialog"]'
/** A page of Taro's router, and of our mini-program host. */
const PAGES = '.taro_page, .wx-page-box'

const top = (selector: string) =>
  [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility()).at(-1)

/** What a person has before her: the open sheet and nothing else, or the page on top. */
export const inFront = (): HTMLElement => top(SHEETS) ?? top(PAGES) ?? document.body

export const isShown = (element: Element) =>
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
  element.getClientRects().length > 0

/** An element in words: what it says, and its class. */
export function nameOf(element: Element): string {
  const field = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
  const label = element.getAttribute('aria-label') ?? element.parentElement?.getAttribute('aria-label')
  const said = element.getAttribute('aria-label') ?? (field ? label : element.textContent) ?? ''
  const words = said.trim().replace(/\s+/g, ' ').slice(0, 24)
  const named = element.className || element.parentElement?.className || element.tagName.toLowerCase()
  return `“${words}” .${String(named).trim().replace(/\s+/g, '.')}`
}
