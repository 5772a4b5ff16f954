import { createVoiceEncoder } from '@/platform/audio/mp3-encoder'

/** Returns the microphone samples of a tone. */
export function createTone(ms: number, rate = 48_000, hertz = 440): Float32Array {
  return Float32Array.from(
    { length: Math.round((ms * rate) / 1000) },
    (_, at) => 0.5 * Math.sin((2 * Math.PI * hertz * at) / rate),
  )
}

const recordings = new Map<string, Uint8Array>()

/** Returns an MP3 recording of a tone of this many ms. */
export function createRecording(ms: number, hertz = 440): Buffer {
  const key = `${ms} ${hertz}`
  const known = recordings.get(key)
  if (known) return Buffer.from(known)
  const encoder = createVoiceEncoder(48_000)
  encoder.add(createTone(ms, 48_000, hertz))
  const recording = encoder.end()
  recordings.set(key, recording)
  return Buffer.from(recording)
}
