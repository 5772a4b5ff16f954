import type { Static } from '@sinclair/typebox'
import type { VoiceShape } from '@/contract/product/voices'

/** A stored voice greeting: `hash` names its file, `ms` is its duration. */
export type Voice = Static<typeof VoiceShape>

export const voicePath = (hash: string): string => `/voices/${hash}.mp3`

/** A recording stops after this time; the server accepts slightly more, because recorders complete their last frame. */
export const VOICE_MS = 60_000
export const MAX_VOICE_MS = 60_900
/** One minute at 64 kbit/s, with a margin. */
export const MAX_VOICE_BYTES = 512 * 1024
