import type { ClaimEvent } from './lifecycle-types'

/** The other tabs hear of the same event within this time, in ms. */
const HOLD_MS = 60_000

/**
 * The tab that gets the event's lock claims it. Locks exist on secure pages only; without them every tab claims it. So does a tab that
 * was never tapped: it may play no sound, so the event is left to the others.
 */
export const claimEvent: ClaimEvent = (event) => {
  const { locks, userActivation } = navigator
  if (!locks || userActivation?.hasBeenActive === false) return Promise.resolve(true)
  return new Promise((resolve) => {
    locks
      .request(event, { ifAvailable: true }, async (lock) => {
        resolve(lock !== null)
        if (lock) await new Promise((end) => setTimeout(end, HOLD_MS))
      })
      .catch(() => resolve(true))
  })
}
