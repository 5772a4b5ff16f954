/** A phone whose clock differs less from the server's shows its own time, in ms. */
const TOLERANCE_MS = 5 * 60_000

/** By how much the server's clock is ahead of the phone's, in ms. */
let ahead = 0

/** Takes the server's time from the `Date` header of a reply that was not cached. */
export function noteServerDate(header: unknown): void {
  const difference = Date.parse(String(header)) - Date.now()
  if (Number.isNaN(difference)) return
  ahead = Math.abs(difference) < TOLERANCE_MS ? 0 : difference
}

/** The time (epoch ms) by which days and deadlines are shown: the server's, on a phone whose clock is wrong. */
export const serverNow = (): number => Date.now() + ahead
