import { createDownsampler } from '@/platform/audio/downsampler'
import { tone } from '../support/voice'

const loudness = (samples: Int16Array) =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length) / 32_767

test.each([44_100, 48_000, 16_000])(
  'from %d a second there are as many as it lasts, piece by piece',
  (rate) => {
    const shrink = createDownsampler(rate, 16_000)
    const whole = tone(1000, rate)
    let made = 0
    for (let at = 0; at < whole.length; at += 4096) made += shrink(whole.subarray(at, at + 4096)).length
    expect(Math.abs(made - 16_000)).toBeLessThanOrEqual(1)
  },
)

test('in pieces it sounds as in one', () => {
  const whole = tone(200, 44_100)
  const shrink = createDownsampler(44_100, 16_000)
  const pieces = [whole.subarray(0, 1000), whole.subarray(1000, 1003), whole.subarray(1003)].flatMap(
    (piece) => [...shrink(piece)],
  )
  expect(pieces).toEqual([...createDownsampler(44_100, 16_000)(whole)])
})

test('a voice stays as loud as it was, and what no speaker of 16 kHz has does not come back as another tone', () => {
  expect(loudness(createDownsampler(48_000, 16_000)(tone(500, 48_000, 300)))).toBeCloseTo(0.5 / Math.SQRT2, 2)
  expect(loudness(createDownsampler(48_000, 16_000)(tone(500, 48_000, 16_000)))).toBeLessThan(0.02)
})

test('too loud is as loud as can be', () => {
  expect([...createDownsampler(16_000, 16_000)(Float32Array.from([2, -2, 0]))]).toEqual([32_767, -32_767, 0])
})
