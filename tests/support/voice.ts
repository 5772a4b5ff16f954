import { createVoiceEncoder } from '@/platform/audio/mp3-encoder'

/** A tone as samples of a microphone. */
export function tone(ms: number, rate = 48_000, hertz = 440): Float32Array {
  return Float32Array.from(
    { length: Math.round((ms * rate) / 1000) },
    (_, at) => 0.5 * Math.sin((2 * Math.PI * hertz * at) / rate),
  )
}

/** A recording as phones make it here: a tone of so many ms, as MP3. */
export function recording(ms: number, hertz = 440): Buffer {
  const encoder = createVoiceEncoder(48_000)
  encoder.add(tone(ms, 48_000, hertz))
  return Buffer.from(encoder.end())
}
