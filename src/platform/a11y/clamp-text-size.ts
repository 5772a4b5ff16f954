/** Supported text scale: the design's size up to twice as large. */
const [MIN_SCALE, MAX_SCALE] = [1, 2]

/** Clamps a requested text scale to the supported range, rounded to two decimals. */
export const clampTextSize = (scale: number): number =>
  Number.isFinite(scale) ? Math.round(Math.min(MAX_SCALE, Math.max(MIN_SCALE, scale)) * 100) / 100 : MIN_SCALE
