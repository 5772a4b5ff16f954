import { exemptSelector } from '../exemptions'
import type { Finding } from '../finding'
import { type Box, boxOf } from './box'
import { describeElement, frontmostElement, isShown } from './visibility'

const ROLES = ['button', 'checkbox', 'link', 'menuitem', 'option', 'radio', 'slider', 'switch', 'tab']
const ACTIONABLE = [
  ...ROLES.flatMap((role) => [`[role="${role}"]`, `[aria-role="${role}"]`]),
  'a[href]',
  'button',
  'input',
  'select',
  'textarea',
  'wx-button',
  'wx-input',
  'wx-textarea',
  'wx-navigator',
  '[tabindex="0"]',
].join()

const MIN_SIZE = 44
/** Boxes are fractional, while hit tests use whole points. */
const SLACK = 0.5

/** WeChat's field takes taps on its whole box, beyond the inner input. */
const WITHIN_ANOTHER = 'wx-input > input, wx-textarea > textarea'

/** Returns all elements that can be pressed. */
export const targets = (): HTMLElement[] =>
  [...frontmostElement().querySelectorAll<HTMLElement>(ACTIONABLE)].filter(
    (one) => isShown(one) && !one.matches(WITHIN_ANOTHER) && !one.matches(exemptSelector('small target')),
  )

/** True if a tap at this point hits the target. */
export function hits(target: Element, x: number, y: number): boolean {
  const hit = document.elementFromPoint(x, y)
  return hit !== null && target.contains(hit)
}

/** Measures the hit area around the centre, including what CSS adds, up to the minimum size. */
function hitSize(target: Element, { left, top, right, bottom }: Box) {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  const reach = (stepX: number, stepY: number) => {
    let far = 0
    while (far < MIN_SIZE && hits(target, x + stepX * (far + 1), y + stepY * (far + 1))) far++
    return far
  }
  return { width: reach(-1, 0) + reach(1, 0) + 1, height: reach(0, -1) + reach(0, 1) + 1 }
}

/** Returns targets with a hit area below 44 × 44 px (WCAG 2.5.5). */
export function smallTargets(): Finding[] {
  return targets().flatMap((target) => {
    const box = boxOf(target.getBoundingClientRect())
    const [width, height] = [box.right - box.left, box.bottom - box.top]
    if (width >= MIN_SIZE - SLACK && height >= MIN_SIZE - SLACK) return []
    const hit = hitSize(target, box)
    if (Math.max(hit.width, width) >= MIN_SIZE - SLACK && Math.max(hit.height, height) >= MIN_SIZE - SLACK)
      return []
    const figure = `${width.toFixed(1)} × ${height.toFixed(1)} px, pressed within ${hit.width} × ${hit.height}`
    return [{ check: 'small target', element: describeElement(target), figure }]
  })
}
