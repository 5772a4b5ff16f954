/** What a photo of goods suffers from. */
export type PhotoFault = 'dark' | 'blurred' | 'far'

/** The longest side in px of the picture that is judged; a smaller one would hide blur. */
export const JUDGED_EDGE = 768

/** Rows of RGBA bytes in sRGB, as a canvas returns them; at most `JUDGED_EDGE` px wide and high. */
export interface PixelRaster {
  width: number
  height: number
  data: ArrayLike<number>
}

/** One value from 0 to 255 per pixel. */
interface Plane {
  width: number
  height: number
  values: Float32Array
}

/** Red, green and blue. */
type Planes = readonly [Plane, Plane, Plane]

/** Averages over squares of `side` px, which removes most of a sensor's noise. */
const shrink = (raster: PixelRaster, side: number): Planes => [
  averageOver(raster, side, 0),
  averageOver(raster, side, 1),
  averageOver(raster, side, 2),
]

function averageOver({ width, height, data }: PixelRaster, side: number, channel: number): Plane {
  const columns = Math.floor(width / side)
  const rows = Math.floor(height / side)
  const values = new Float32Array(columns * rows)
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      let sum = 0
      for (let row = y * side; row < (y + 1) * side; row++)
        for (let column = x * side; column < (x + 1) * side; column++)
          sum += data[(row * width + column) * 4 + channel] as number
      values[y * columns + x] = sum / (side * side)
    }
  return { width: columns, height: rows, values }
}

/** Brightness by the weights of ITU-R BT.601. */
function lumaOf(planes: Planes): Plane {
  const { width, height, values } = planes[0]
  const luma = (red: number, at: number) =>
    0.299 * red + 0.587 * (planes[1].values[at] as number) + 0.114 * (planes[2].values[at] as number)
  return { width, height, values: values.map(luma) }
}

const percentile = (sorted: ArrayLike<number>, share: number): number =>
  sorted[Math.floor(share * (sorted.length - 1))] ?? 0

/** A picture is dark if even its light parts are: dark goods in good light have a light ground, or at least highlights. */
const DARK = { lightest: 0.97, below: 80, highlights: 0.995, highlightsBelow: 110 }

function isDark(luma: Plane): boolean {
  const sorted = luma.values.slice().sort()
  return (
    percentile(sorted, DARK.lightest) < DARK.below &&
    percentile(sorted, DARK.highlights) < DARK.highlightsBelow
  )
}

/**
 * Slopes and bends up to these sizes are noise. `ratio` is that of a Gaussian blur with a standard deviation of 1.3 px at half of
 * `JUDGED_EDGE`. A direction with less than `share` of the strongest one's slopes is not judged: stripes have none along them.
 */
const BLUR = { slope: 4, bend: 10, ratio: 0.3, share: 0.01 }

/**
 * Compares the energy of second differences with that of first ones, which makes the variance of the Laplacian (Pech-Pacheco et al.,
 * Diatom autofocusing in brightfield microscopy, 2000) independent of contrast. Each direction is compared by itself, because a moving
 * hand blurs one only.
 */
function isBlurred({ width, height, values }: Plane): boolean {
  const energies = [1, width, width + 1, width - 1].map((step) => {
    let slopes = 0
    let bends = 0
    for (let y = 1; y < height - 1; y++)
      for (let x = 1; x < width - 1; x++) {
        const at = y * width + x
        const slope = (values[at + step] as number) - (values[at] as number)
        const bend = slope - (values[at] as number) + (values[at - step] as number)
        if (slope * slope > BLUR.slope * BLUR.slope) slopes += slope * slope
        if (bend * bend > BLUR.bend * BLUR.bend) bends += bend * bend
      }
    return { slopes, bends }
  })
  const strongest = energies.reduce((most, { slopes }) => Math.max(most, slopes), 0)
  return energies.some(({ slopes, bends }) => slopes > BLUR.share * strongest && bends < BLUR.ratio * slopes)
}

/** Edges are gradients above `edge`, of any color. The outer `trim` of them at each side is ignored; the goods are what lies between. */
const FAR = { edge: 7, trim: 0.03, extent: 0.36 }

/**
 * True if all edges lie within a small part of the width and of the height: small goods on a calm ground. Edges instead of colors
 * are compared, since an unevenly lit ground has many colors; a textured ground has edges everywhere, so it is never far.
 */
function isFar(channels: Planes): boolean {
  const { width, height } = channels[0]
  const columns: number[] = []
  const rows: number[] = []
  for (let y = 0; y < height - 1; y++)
    for (let x = 0; x < width - 1; x++) {
      const at = y * width + x
      const change = ({ values }: Plane) =>
        Math.hypot(
          (values[at + 1] as number) - (values[at] as number),
          (values[at + width] as number) - (values[at] as number),
        )
      if (!channels.some((channel) => change(channel) > FAR.edge)) continue
      columns.push(x)
      rows.push(y)
    }
  columns.sort((a, b) => a - b)
  const extent = (places: readonly number[]) =>
    percentile(places, 1 - FAR.trim) - percentile(places, FAR.trim)
  return columns.length > 0 && extent(columns) < FAR.extent * width && extent(rows) < FAR.extent * height
}

/** A picture with a shorter side in px is not judged. */
const SMALLEST = 64

/** Returns the worst fault of a photo of goods, or `undefined` for a fine one: first too dark, then blurred, then too far away. */
export function judgePhoto(raster: PixelRaster): PhotoFault | undefined {
  if (Math.min(raster.width, raster.height) < SMALLEST) return undefined
  const coarse = shrink(raster, 8)
  if (isDark(lumaOf(coarse))) return 'dark'
  if (isBlurred(lumaOf(shrink(raster, 2)))) return 'blurred'
  return isFar(coarse) ? 'far' : undefined
}
