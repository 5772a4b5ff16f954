import type { PrivacyConsent } from './device-types'

/** Browsers ask for camera permission themselves. */
export const privacyConsent: PrivacyConsent = { isNeeded: async () => false }
