import { coveredTargets } from './covered'
import { cutTexts } from './cut'
import { hiddenBelow } from './grow'
import { overlaps } from './overlaps'
import { smallType } from './small-type'
import { smallTargets } from './targets'
import { textColours } from './text-colours'
import { outside, sideways } from './widths'

const measures = {
  hiddenBelow,
  textColours,
  /** What is measured in the window as people have it. */
  asItIs: () => [...sideways(), ...cutTexts(), ...coveredTargets()],
  /** What is measured when the window is so high that nothing in it scrolls. */
  whole: (times: number) => [
    ...cutTexts(),
    ...outside(),
    ...smallTargets(),
    ...smallType(times),
    ...overlaps(),
  ],
}

/** What `measure.ts` finds on the window. */
export interface MeasuredWindow {
  __measures: typeof measures
}

;(window as unknown as MeasuredWindow).__measures = measures
