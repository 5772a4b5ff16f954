import type { VersionWords } from './app-version-types'

/** Browsers load the newest version themselves. */
export const checkAppVersion = (_words: VersionWords): void => undefined
