import type { ConsentRequest } from './device-types'

/** Browsers ask for the permission themselves. */
export const useConsent = <Source>(pick: (from: Source) => void): ConsentRequest<Source> => ({
  pick,
  needsConsent: false,
})
