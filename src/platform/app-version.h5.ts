import type { VersionWords } from './app-version-types'

/** Browsers load the newest version by themselves. */
export const keepVersion = (_words: VersionWords): void => undefined
