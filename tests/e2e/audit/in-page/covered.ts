import type { Finding } from '../finding'
import { boxOf, formatBox } from './box'
import { hits, targets } from './targets'
import { describeElement, frontmostElement } from './visibility'

/** Positions to scroll a target to, as fractions of the window height. */
const PLACES = [0.5, 0.35, 0.65, 0.2, 0.8]

/** Returns all scroll containers with their positions. */
function scrolled(): [Element, number, number][] {
  const all = [document.documentElement, document.body, ...document.querySelectorAll('*')]
  return all
    .filter((one) => one.scrollHeight > one.clientHeight || one.scrollTop > 0)
    .map((one) => [one, one.scrollTop, one.scrollLeft])
}

function scrollerOf(target: Element): Element {
  for (let at = target.parentElement; at; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY) && at.scrollHeight > at.clientHeight + 1) return at
  }
  return document.scrollingElement ?? document.documentElement
}

function canBePressed(target: HTMLElement): boolean {
  const middle = () => {
    const { left, right, top, bottom } = target.getBoundingClientRect()
    return { x: (left + right) / 2, y: (top + bottom) / 2 }
  }
  const pressed = () => hits(target, middle().x, middle().y)
  if (pressed()) return true
  target.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
  if (pressed()) return true
  const scroller = scrollerOf(target)
  return PLACES.some((place) => {
    scroller.scrollBy({ top: middle().y - window.innerHeight * place, behavior: 'instant' })
    return pressed()
  })
}

/** Returns targets whose centre is covered or hidden at every scroll position. */
export function coveredTargets(): Finding[] {
  const before = scrolled()
  const found = targets()
    .filter((target) => !canBePressed(target))
    .map((target): Finding => {
      const { left, right, top, bottom } = target.getBoundingClientRect()
      const by = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      const figure = `at ${formatBox(boxOf(target.getBoundingClientRect()))} under ${by && by !== frontmostElement() ? describeElement(by) : 'nothing'}`
      return { check: 'covered', element: describeElement(target), figure }
    })
  for (const [one, top, left] of before) one.scrollTo({ top, left, behavior: 'instant' })
  return found
}
