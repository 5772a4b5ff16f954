/** The distance between positions, so that items can be put between others without moving these. */
export const POSITION_GAP = 1_048_576

/**
 * Returns a position between two neighbours of a list, of which either may be absent at its ends; `undefined` when there is no
 * room: the list has to be numbered anew, with `POSITION_GAP` between items. Positions are integers of at least 0.
 */
export function positionBetween(before: number | undefined, after: number | undefined): number | undefined {
  if (after === undefined) return (before ?? 0) + POSITION_GAP
  if (before === undefined && after >= POSITION_GAP) return after - POSITION_GAP
  const low = before ?? -1
  const middle = low + Math.floor((after - low) / 2)
  return middle > low && middle < after ? middle : undefined
}
