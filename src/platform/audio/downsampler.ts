const LOUDEST = 32_767

/**
 * Brings samples (−1 to 1) to a lower rate, as 16-bit numbers: each is the mean of the time it stands for, so that what
 * is too high for the lower rate does not come back as another tone. What is left of a piece goes into the next.
 */
export function createDownsampler(from: number, to: number): (samples: Float32Array) => Int16Array {
  const width = from / to
  let sum = 0
  let missing = width
  return (samples) => {
    const made: number[] = []
    for (const sample of samples) {
      let rest = 1
      while (rest >= missing) {
        made.push(Math.round(Math.max(-1, Math.min(1, (sum + sample * missing) / width)) * LOUDEST))
        rest -= missing
        sum = 0
        missing = width
      }
      sum += sample * rest
      missing -= rest
    }
    return Int16Array.from(made)
  }
}
