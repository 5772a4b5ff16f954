/** The type that our pages stand: no smaller than drawn, at most twice as large. */
const [LEAST, MOST] = [1, 2]

/** How many times as large as drawn type is shown to people who have asked for `times`; in steps of a hundredth. */
export const clampTextSize = (times: number): number =>
  Number.isFinite(times) ? Math.round(Math.min(MOST, Math.max(LEAST, times)) * 100) / 100 : LEAST
