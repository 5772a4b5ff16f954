import type { Id } from './id'

/** A spoken greeting that the server keeps: `hash` names its file, `ms` is how long it is. */
export interface Voice {
  id: Id
  hash: string
  ms: number
}

/** Where the server keeps it, as MP3. */
export const voicePath = (hash: string): string => `/voices/${hash}.mp3`

/** A recording stops by itself after this; the server takes a little more, as recorders end their last frame. */
export const VOICE_MS = 60_000
export const MAX_VOICE_MS = 60_900
/** A minute at 64 kbit a second, and room. */
export const MAX_VOICE_BYTES = 512 * 1024
