import { exemptFrom } from '../exempt'
import type { Finding } from '../finding'
import { nameOf } from './shown'
import { texts } from './texts'

/** The smallest step of `src/ui/tokens.scss`. */
const LEAST = 15

/** Words smaller than the smallest step, `times` over: type that does not grow with the rest. */
export function smallType(times: number): Finding[] {
  return texts()
    .filter(({ element, size }) => size < LEAST * times - 0.1 && !element.matches(exemptFrom('small type')))
    .map(({ element, size }) => ({
      measure: 'small type',
      element: nameOf(element),
      figure: `${size.toFixed(1)} px, at least ${LEAST * times}`,
    }))
}
