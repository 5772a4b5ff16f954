import type { ClaimEvent } from './lifecycle-types'

/** A mini-program has one window. */
export const claimEvent: ClaimEvent = () => Promise.resolve(true)
