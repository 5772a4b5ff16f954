import type { RandomBytes } from './device-types'

/** `getRandomValues` is also available on plain http, unlike `crypto.randomUUID` and `crypto.subtle`. */
export const randomBytes: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length))
