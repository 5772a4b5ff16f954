/** A small picture: RGB, three bytes a pixel. */
export interface Raster {
  pixels: Uint8Array
  width: number
  height: number
}

interface Size {
  width: number
  height: number
}

/** Every so many pixels of the edge are compared. */
const EDGE_STEP = 3

/** A picture in which nothing differs more than this from its edge has no subject of its own, such as a heap that fills it. */
const MIN_CONTRAST = 40

/** Windows that hold at least this part of the best one's subject are as good, and the middle one of them is taken. */
const AS_GOOD = 0.98

type Color = readonly [number, number, number]

// `Math.hypot` takes ten times as long
const squaredDistance = (a: Color, b: Color): number =>
  (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2

function colorAt({ pixels, width }: Raster, x: number, y: number): Color {
  const at = (y * width + x) * 3
  return [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0]
}

/** The colours along the edge, which is the ground on which a subject lies. */
function edgeColors(raster: Raster): Color[] {
  const { width, height } = raster
  const colors: Color[] = []
  for (let x = 0; x < width; x += EDGE_STEP)
    colors.push(colorAt(raster, x, 0), colorAt(raster, x, height - 1))
  for (let y = 0; y < height; y += EDGE_STEP)
    colors.push(colorAt(raster, 0, y), colorAt(raster, width - 1, y))
  return colors
}

/** How much each pixel differs from every colour of the edge; saturated pixels count up to twice. */
function contrastMap(raster: Raster): Float64Array {
  const { width, height } = raster
  const ground = edgeColors(raster)
  return Float64Array.from({ length: width * height }, (_, i) => {
    const color = colorAt(raster, i % width, Math.floor(i / width))
    let least = Number.POSITIVE_INFINITY
    for (const other of ground) least = Math.min(least, squaredDistance(color, other))
    return Math.sqrt(least) * (1 + (Math.max(...color) - Math.min(...color)) / 255)
  })
}

/** The start of the stretch of this length that holds most of a line. */
function bestStart(line: readonly number[], length: number): number {
  const sums = [0]
  for (const value of line) sums.push((sums.at(-1) ?? 0) + value)
  const starts = Math.max(1, Math.floor(line.length - length) + 1)
  const sumUntil = (end: number) => {
    const whole = Math.min(line.length, Math.floor(end))
    return (sums[whole] ?? 0) + (end - whole) * (line[whole] ?? 0)
  }
  const held = Array.from({ length: starts }, (_, start) => sumUntil(start + length) - (sums[start] ?? 0))
  const best = Math.max(...held)
  const isGood = (sum: number) => sum >= best * AS_GOOD
  const last = held.length - 1 - [...held].reverse().findIndex(isGood)
  return (held.findIndex(isGood) + last) / 2
}

/** How much of what stands out from the edge lies in each column and each row of a picture. */
export interface Subject {
  columns: number[]
  rows: number[]
}

/** Finds what a picture shows, which is what differs from its edge; `undefined` when nothing does. */
export function findSubject(raster: Raster): Subject | undefined {
  const { width, height } = raster
  const contrast = contrastMap(raster)
  if (contrast.reduce((most, value) => Math.max(most, value), 0) < MIN_CONTRAST) return undefined
  const mean = contrast.reduce((sum, value) => sum + value, 0) / contrast.length
  const [columns, rows] = [new Array<number>(width).fill(0), new Array<number>(height).fill(0)]
  contrast.forEach((value, i) => {
    const [x, y, part] = [i % width, Math.floor(i / width), Math.max(0, value - mean)]
    columns[x] = (columns[x] ?? 0) + part
    rows[y] = (rows[y] ?? 0) + part
  })
  return { columns, rows }
}

/**
 * Returns the left and top of the window that holds most of a subject. All sizes are parts of the picture's, 0 to 1.
 */
export const placeWindow = ({ columns, rows }: Subject, window: Size) => ({
  left: bestStart(columns, window.width * columns.length) / columns.length,
  top: bestStart(rows, window.height * rows.length) / rows.length,
})
