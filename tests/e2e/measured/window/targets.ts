import { exemptFrom } from '../exempt'
import type { Finding } from '../finding'
import { type Box, boxOf } from './box'
import { inFront, isShown, nameOf } from './shown'

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

const LEAST = 44
/** Boxes are fractions of a px, points are hit whole. */
const SLACK = 0.5

/** WeChat's field is pressed on all of its box, also beside the lines it is made of. */
const WITHIN_ANOTHER = 'wx-input > input, wx-textarea > textarea'

/** Everything a finger may press. */
export const targets = (): HTMLElement[] =>
  [...inFront().querySelectorAll<HTMLElement>(ACTIONABLE)].filter(
    (one) => isShown(one) && !one.matches(WITHIN_ANOTHER) && !one.matches(exemptFrom('small target')),
  )

/** Whether a finger at this place presses the target. */
export function hits(target: Element, x: number, y: number): boolean {
  const hit = document.elementFromPoint(x, y)
  return hit !== null && target.contains(hit)
}

/** How far from its middle a target can be pressed, up to the least size: its hit area, with what CSS adds around it. */
function hitSize(target: Element, { left, top, right, bottom }: Box) {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  const reach = (stepX: number, stepY: number) => {
    let far = 0
    while (far < LEAST && hits(target, x + stepX * (far + 1), y + stepY * (far + 1))) far++
    return far
  }
  return { width: reach(-1, 0) + reach(1, 0) + 1, height: reach(0, -1) + reach(0, 1) + 1 }
}

/** Targets that a finger can miss: less than 44 × 44 px to press (WCAG 2.5.5). */
export function smallTargets(): Finding[] {
  return targets().flatMap((target) => {
    const box = boxOf(target.getBoundingClientRect())
    const [width, height] = [box.right - box.left, box.bottom - box.top]
    if (width >= LEAST - SLACK && height >= LEAST - SLACK) return []
    const hit = hitSize(target, box)
    if (Math.max(hit.width, width) >= LEAST - SLACK && Math.max(hit.height, height) >= LEAST - SLACK)
      return []
    const figure = `${width.toFixed(1)} × ${height.toFixed(1)} px, pressed within ${hit.width} × ${hit.height}`
    return [{ measure: 'small target', element: nameOf(target), figure }]
  })
}
