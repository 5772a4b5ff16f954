import type { PrivacyConsent } from './device-types'

/** A browser asks for the camera itself. */
export const privacyConsent: PrivacyConsent = { isNeeded: async () => false }
