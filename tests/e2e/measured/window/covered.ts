import type { Finding } from '../finding'
import { boxOf, inWords } from './box'
import { inFront, nameOf } from './shown'
import { hits, targets } from './targets'

/** Where in the window a target is brought to, in shares of its height, until it can be pressed. */
const PLACES = [0.5, 0.35, 0.65, 0.2, 0.8]

/** Everything that scrolls, with where it stands. */
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

/** Targets that no scrolling brings under a finger: something lies over their middle, or nothing shows them. */
export function coveredTargets(): Finding[] {
  const before = scrolled()
  const found = targets()
    .filter((target) => !canBePressed(target))
    .map((target): Finding => {
      const { left, right, top, bottom } = target.getBoundingClientRect()
      const by = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      const figure = `at ${inWords(boxOf(target.getBoundingClientRect()))} under ${by && by !== inFront() ? nameOf(by) : 'nothing'}`
      return { measure: 'covered', element: nameOf(target), figure }
    })
  for (const [one, top, left] of before) one.scrollTo({ top, left, behavior: 'instant' })
  return found
}
