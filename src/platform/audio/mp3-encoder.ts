import { Mp3Encoder } from '@breezystack/lamejs'
import { createDownsampler } from './downsampler'

/** What speech needs, and every phone plays: what WeChat's recorder makes, too. */
export const VOICE_RATE = 16_000
const KBPS = 32

export interface VoiceEncoder {
  /** Samples from −1 to 1, at the rate the encoder was made for. */
  add(samples: Float32Array): void
  /** How much it was so far, in ms. */
  ms(): number
  /** The whole file; nothing can be added after it. */
  end(): Uint8Array
}

/** Makes MP3 of what a microphone hears at a rate. It brings the whole encoder along: load it when somebody records. */
export function createVoiceEncoder(rate: number): VoiceEncoder {
  const encoder = new Mp3Encoder(1, VOICE_RATE, KBPS)
  const shrink = createDownsampler(rate, VOICE_RATE)
  const parts: Uint8Array[] = []
  let heard = 0
  return {
    add(samples) {
      heard += samples.length
      parts.push(encoder.encodeBuffer(shrink(samples)))
    },
    ms: () => (heard * 1000) / rate,
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
