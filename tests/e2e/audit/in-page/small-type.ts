import { exemptSelector } from '../exemptions'
import type { Finding } from '../finding'
import { texts } from './texts'
import { describeElement } from './visibility'

/** The smallest font size of `src/ui/tokens.scss`, in px. */
const MIN_SIZE = 15

/** Returns texts smaller than the minimum size times the scale. */
export function smallType(times: number): Finding[] {
  return texts()
    .filter(
      ({ element, size }) => size < MIN_SIZE * times - 0.1 && !element.matches(exemptSelector('small type')),
    )
    .map(({ element, size }) => ({
      check: 'small type',
      element: describeElement(element),
      figure: `${size.toFixed(1)} px, at least ${MIN_SIZE * times}`,
    }))
}
