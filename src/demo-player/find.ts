import type { Target } from './protocol'

/** Elements that a person can press, type into or follow. */
const PRESSABLE = '[tabindex], [role="button"], a, button, input, textarea, label'

/** Elements that the demo itself adds to a page. */
const OWN = '#demo-bar, #demo-finger, #demo-ring'

/** Texts are compared without white space, as line breaks differ. */
export const normalize = (text: string | null): string => (text ?? '').replace(/\s+/g, '')

function isVisible(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect()
  return width > 0 && height > 0 && getComputedStyle(element).visibility === 'visible'
}

const nameOf = (element: Element): string =>
  normalize(element.getAttribute('aria-label') || element.textContent)

/** The element that takes the tap on a target. */
export const pressableOf = (element: Element): Element => element.closest(PRESSABLE) || element

const roleOf = (element: Element): string => element.getAttribute('role') || element.tagName.toLowerCase()

/** Returns the visible elements of a name and role, the innermost first. */
function findAll({ name, role }: Target): Element[] {
  const wanted = normalize(name)
  const all = Array.prototype.slice.call(document.body.querySelectorAll('*')) as Element[]
  return all
    .filter((element) => nameOf(element) === wanted && !element.closest(OWN))
    .filter((element) => role === undefined || roleOf(pressableOf(element)) === role)
    .filter(isVisible)
    .reverse()
}

/** The middle of an element. */
export function middleOf(element: Element): { x: number; y: number } {
  const { left, top, width, height } = element.getBoundingClientRect()
  return { x: left + width / 2, y: top + height / 2 }
}

/** True when a tap on the middle of an element reaches it: nothing lies above, and it is in the window. */
export function isOnTop(element: Element): boolean {
  const { x, y } = middleOf(element)
  const hit = document.elementFromPoint(x, y)
  return hit !== null && pressableOf(element).contains(hit)
}

const isEnabled = (element: Element): boolean => pressableOf(element).getAttribute('aria-disabled') !== 'true'

/** Returns the element that a person would take for the target: one that can be tapped now before one that is covered. */
export function findTarget(target: Target): Element | undefined {
  const all = findAll(target).filter(isEnabled)
  return all.find(isOnTop) || all[0]
}

/** Returns the field of a name. */
export function findField(name: string): HTMLInputElement | HTMLTextAreaElement | undefined {
  const wanted = normalize(name)
  const fields = Array.prototype.slice.call(
    document.querySelectorAll('input, textarea'),
  ) as HTMLInputElement[]
  return fields
    .filter((field) => normalize(field.getAttribute('aria-label')) === wanted && isVisible(field))
    .pop()
}

/** The text that a person can read on the page. */
export const pageText = (): string => {
  // biome-ignore lint/performance/useDomNodeTextContent: hidden texts, such as those of covered pages, do not count
  return document.body.innerText
}

/** True when a text is on the page. */
export const isTextVisible = (text: string): boolean => normalize(pageText()).includes(normalize(text))
