import { STANDS_ON } from '../exemptions'
import type { Finding } from '../finding'
import { type Box, boxOf, intersection, intersects } from './box'
import { visibleBoxes } from './clips'
import { targets } from './targets'
import { texts } from './texts'
import { describeElement } from './visibility'

interface Thing {
  element: HTMLElement
  boxes: Box[]
  kind: 'words' | 'target'
}

/** Maximum overlap in px: boxes are fractional, and text stays readable at this distance. */
const MAX_OVERLAP = 2

/** True if one element contains the other, which is no overlap. */
function isNested(one: Thing, other: Thing): boolean {
  if (one.kind === 'words' && other.kind === 'words') return false
  return one.element.contains(other.element) || other.element.contains(one.element)
}

const standsOn = (one: HTMLElement, other: HTMLElement) =>
  STANDS_ON.some(({ upper, lower }) => one.matches(upper) && other.matches(lower))

/** Returns overlaps of texts, of targets, and of texts with other targets. */
export function overlaps(): Finding[] {
  const words = texts().map(
    ({ element, lines }): Thing => ({ element, boxes: visibleBoxes(element, lines), kind: 'words' }),
  )
  const pressTargets = targets().map(
    (element): Thing => ({ element, boxes: [boxOf(element.getBoundingClientRect())], kind: 'target' }),
  )
  const all = [...words.filter(({ element }) => !/^(INPUT|TEXTAREA)$/.test(element.tagName)), ...pressTargets]
  const found: Finding[] = []
  for (const [at, one] of all.entries()) {
    for (const other of all.slice(at + 1)) {
      if (isNested(one, other) || standsOn(one.element, other.element)) continue
      if (standsOn(other.element, one.element)) continue
      const pair = one.boxes
        .flatMap((mine) => other.boxes.map((theirs) => [mine, theirs] as const))
        .find(([mine, theirs]) => intersects(mine, theirs, MAX_OVERLAP))
      if (!pair) continue
      const { width, height } = intersection(...pair)
      const figure = `${one.kind} over ${other.kind} ${describeElement(other.element)}, ${width.toFixed(0)} × ${height.toFixed(0)} px`
      found.push({ check: 'overlap', element: describeElement(one.element), figure })
    }
  }
  return found
}
