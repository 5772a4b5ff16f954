import type { Finding } from '../finding'
import { type Box, boxOf, meet, shared } from './box'
import { seenOf } from './clips'
import { nameOf } from './shown'
import { targets } from './targets'
import { texts } from './texts'

interface Thing {
  element: HTMLElement
  boxes: Box[]
  kind: 'words' | 'target'
}

/** Letters of two lines may come this near before they are hard to read; boxes are fractions of a px. */
const LEAST = 2

/** A target's words are its own, and so is a target inside another. */
function belong(one: Thing, other: Thing): boolean {
  if (one.kind === 'words' && other.kind === 'words') return false
  return one.element.contains(other.element) || other.element.contains(one.element)
}

/** What lies over something else: words over words, targets over targets, words over a target that is not theirs. */
export function overlaps(): Finding[] {
  const words = texts().map(
    ({ element, lines }): Thing => ({ element, boxes: seenOf(element, lines), kind: 'words' }),
  )
  const pressed = targets().map(
    (element): Thing => ({ element, boxes: [boxOf(element.getBoundingClientRect())], kind: 'target' }),
  )
  const all = [...words.filter(({ element }) => !/^(INPUT|TEXTAREA)$/.test(element.tagName)), ...pressed]
  const found: Finding[] = []
  for (const [at, one] of all.entries()) {
    for (const other of all.slice(at + 1)) {
      if (belong(one, other)) continue
      const pair = one.boxes
        .flatMap((mine) => other.boxes.map((theirs) => [mine, theirs] as const))
        .find(([mine, theirs]) => meet(mine, theirs, LEAST))
      if (!pair) continue
      const { width, height } = shared(...pair)
      const figure = `${one.kind} over ${other.kind} ${nameOf(other.element)}, ${width.toFixed(0)} × ${height.toFixed(0)} px`
      found.push({ measure: 'overlap', element: nameOf(one.element), figure })
    }
  }
  return found
}
