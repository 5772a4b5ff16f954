import type { PrivacyConsent } from './privacy'

/** A browser asks for the camera itself. */
export const privacyConsent: PrivacyConsent = { isNeeded: async () => false }
