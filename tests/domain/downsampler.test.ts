import { createDownsampler } from '@/platform/audio/mp3-encoder'
import { createTone } from '../support/voice-recording'

const loudness = (samples: Int16Array) =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length) / 32_767

describe('createDownsampler', () => {
  it.each([44_100, 48_000, 16_000])(
    'turns one second at %d Hz into 16,000 samples when fed in chunks',
    (rate) => {
      const shrink = createDownsampler(rate, 16_000)
      const whole = createTone(1000, rate)
      let made = 0
      for (let at = 0; at < whole.length; at += 4096) made += shrink(whole.subarray(at, at + 4096)).length
      expect(Math.abs(made - 16_000)).toBeLessThanOrEqual(1)
    },
  )

  it('produces the same samples from chunks as from the whole recording', () => {
    const whole = createTone(200, 44_100)
    const shrink = createDownsampler(44_100, 16_000)
    const pieces = [whole.subarray(0, 1000), whole.subarray(1000, 1003), whole.subarray(1003)].flatMap(
      (piece) => [...shrink(piece)],
    )
    expect(pieces).toEqual([...createDownsampler(44_100, 16_000)(whole)])
  })

  it('keeps the loudness of a voice and filters out frequencies above the Nyquist limit', () => {
    expect(loudness(createDownsampler(48_000, 16_000)(createTone(500, 48_000, 300)))).toBeCloseTo(
      0.5 / Math.SQRT2,
      2,
    )
    expect(loudness(createDownsampler(48_000, 16_000)(createTone(500, 48_000, 16_000)))).toBeLessThan(0.02)
  })

  it('clips samples outside of the range from -1 to 1', () => {
    expect([...createDownsampler(16_000, 16_000)(Float32Array.from([2, -2, 0]))]).toEqual([
      32_767, -32_767, 0,
    ])
  })
})
