import { coveredTargets } from './covered'
import { cutTexts } from './cut'
import { hiddenBelow } from './hidden-height'
import { outside, sideways } from './overflow'
import { overlaps } from './overlaps'
import { smallType } from './small-type'
import { smallTargets } from './targets'
import { textLines } from './text-lines'

const measures = {
  hiddenBelow,
  textLines,
  /** Checks of the window at its actual size. */
  asItIs: () => [...sideways(), ...cutTexts(), ...coveredTargets()],
  /** Checks of a window so high that nothing scrolls. */
  whole: (times: number) => [
    ...cutTexts(),
    ...outside(),
    ...smallTargets(),
    ...smallType(times),
    ...overlaps(),
  ],
}

/** The global that `audit-page.ts` reads. */
export interface AuditWindow {
  __measures: typeof measures
}

;(window as unknown as AuditWindow).__measures = measures
