import { exemptSelector } from '../exemptions'
import type { Finding } from '../finding'
import { boxOf, formatBox } from './box'
import { targets } from './targets'
import { texts } from './texts'
import { describeElement, frontmostElement, isShown } from './visibility'

const scrollsAcross = (one: Element) =>
  one === document.documentElement || /auto|scroll/.test(getComputedStyle(one).overflowX)

/** Returns elements that scroll horizontally. */
export function sideways(): Finding[] {
  return [
    document.documentElement,
    document.body,
    frontmostElement(),
    ...frontmostElement().querySelectorAll('*'),
  ]
    .filter((one) => !/^(INPUT|TEXTAREA)$/.test(one.tagName) && isShown(one))
    .filter((one) => one.scrollWidth > one.clientWidth + 1 && scrollsAcross(one))
    .filter((one) => !one.matches(exemptSelector('sideways')))
    .map((one) => ({
      check: 'sideways',
      element: describeElement(one),
      figure: `${one.scrollWidth} px in ${one.clientWidth}`,
    }))
}

/** Returns texts and targets that are partly outside of the window. */
export function outside(): Finding[] {
  const width = document.documentElement.clientWidth
  const all = [
    ...texts().map(({ element, lines }) => ({ element, boxes: lines })),
    ...targets().map((element) => ({ element, boxes: [boxOf(element.getBoundingClientRect())] })),
  ]
  return all
    .filter(({ element }) => !element.matches(exemptSelector('outside')))
    .flatMap(({ element, boxes }): Finding[] => {
      const box = boxes.find(({ left, right }) => left < -1 || right > width + 1)
      return box
        ? [
            {
              check: 'outside',
              element: describeElement(element),
              figure: `${formatBox(box)} of ${width} px`,
            },
          ]
        : []
    })
}
