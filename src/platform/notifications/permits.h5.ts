import type { AskPermits } from './notifications-types'

/** Browsers have no such permission. */
export const askPermits: AskPermits = async () => ({})
