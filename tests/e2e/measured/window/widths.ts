import { exemptFrom } from '../exempt'
import type { Finding } from '../finding'
import { boxOf, inWords } from './box'
import { inFront, isShown, nameOf } from './shown'
import { targets } from './targets'
import { texts } from './texts'

const scrollsAcross = (one: Element) =>
  one === document.documentElement || /auto|scroll/.test(getComputedStyle(one).overflowX)

/** Whatever has to be moved sideways to be seen. */
export function sideways(): Finding[] {
  return [document.documentElement, document.body, inFront(), ...inFront().querySelectorAll('*')]
    .filter((one) => !/^(INPUT|TEXTAREA)$/.test(one.tagName) && isShown(one))
    .filter((one) => one.scrollWidth > one.clientWidth + 1 && scrollsAcross(one))
    .filter((one) => !one.matches(exemptFrom('sideways')))
    .map((one) => ({
      measure: 'sideways',
      element: nameOf(one),
      figure: `${one.scrollWidth} px in ${one.clientWidth}`,
    }))
}

/** Words and targets that are partly beside the window. */
export function outside(): Finding[] {
  const width = document.documentElement.clientWidth
  const all = [
    ...texts().map(({ element, lines }) => ({ element, boxes: lines })),
    ...targets().map((element) => ({ element, boxes: [boxOf(element.getBoundingClientRect())] })),
  ]
  return all
    .filter(({ element }) => !element.matches(exemptFrom('outside')))
    .flatMap(({ element, boxes }): Finding[] => {
      const box = boxes.find(({ left, right }) => left < -1 || right > width + 1)
      return box
        ? [{ measure: 'outside', element: nameOf(element), figure: `${inWords(box)} of ${width} px` }]
        : []
    })
}
