import type { RandomBytes } from './device-types'

/** `getRandomValues` exists on plain http too, unlike `crypto.randomUUID` and `crypto.subtle`. */
export const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length))
