export interface PrivacyConsent {
  /** Whether people must still agree to the privacy guide before a photo can be taken. */
  isNeeded(): Promise<boolean>
}
