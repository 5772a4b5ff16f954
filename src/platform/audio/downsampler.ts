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
