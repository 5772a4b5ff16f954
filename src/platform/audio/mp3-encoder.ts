import { Mp3Encoder } from '@breezystack/lamejs'

const MAX_AMPLITUDE = 32_767

/**
 * Creates a converter of samples (−1 to 1) to 16-bit samples of a lower rate. Each output sample is the mean of its time
 * span, which reduces aliasing. An incomplete span is carried over to the next call.
 */
export function createDownsampler(from: number, to: number): (samples: Float32Array) => Int16Array {
  const width = from / to
  let sum = 0
  let remaining = width
  return (samples) => {
    const result: number[] = []
    for (const sample of samples) {
      let rest = 1
      while (rest >= remaining) {
        result.push(Math.round(Math.max(-1, Math.min(1, (sum + sample * remaining) / width)) * MAX_AMPLITUDE))
        rest -= remaining
        sum = 0
        remaining = width
      }
      sum += sample * rest
      remaining -= rest
    }
    return Int16Array.from(result)
  }
}

/** Sample rate in Hz, sufficient for speech; WeChat recordings use the same. */
export const VOICE_RATE = 16_000
const KBPS = 32

export interface VoiceEncoder {
  /** Adds samples from −1 to 1, at the encoder's input rate. */
  add(samples: Float32Array): void
  /** The duration of all samples so far, in ms. */
  ms(): number
  /** Finishes and returns the file; nothing can be added afterwards. */
  end(): Uint8Array
}

/** Creates an MP3 encoder for samples of a rate in Hz. The module contains the whole encoder library: import it lazily. */
export function createVoiceEncoder(rate: number): VoiceEncoder {
  const encoder = new Mp3Encoder(1, VOICE_RATE, KBPS)
  const shrink = createDownsampler(rate, VOICE_RATE)
  const parts: Uint8Array[] = []
  let sampleCount = 0
  return {
    add(samples) {
      sampleCount += samples.length
      parts.push(encoder.encodeBuffer(shrink(samples)))
    },
    ms: () => (sampleCount * 1000) / rate,
    end() {
      parts.push(encoder.flush())
      const whole = new Uint8Array(parts.reduce((bytes, part) => bytes + part.length, 0))
      let at = 0
      for (const part of parts) {
        whole.set(part, at)
        at += part.length
      }
      return whole
    },
  }
}
