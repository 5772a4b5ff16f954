import type BitArray from '@zxing/library/esm/core/common/BitArray'
import HybridBinarizer from '@zxing/library/esm/core/common/HybridBinarizer'
import Code39Reader from '@zxing/library/esm/core/oned/Code39Reader'
import Code128Reader from '@zxing/library/esm/core/oned/Code128Reader'
import RGBLuminanceSource from '@zxing/library/esm/core/RGBLuminanceSource'

/** A picture in shades of grey, one byte for each pixel. */
interface Shades {
  bytes: Uint8ClampedArray
  width: number
  height: number
}

/** The pixels of a picture, four bytes each, as a canvas returns them. */
export type Pixels = Pick<ImageData, 'data' | 'width' | 'height'>

/** Shares of red, green and blue in brightness, in 1024ths. Source: ITU-R BT.601 */
const [RED, GREEN, BLUE] = [306, 601, 117]

function toShades({ data, width, height }: Pixels): Shades {
  const bytes = new Uint8ClampedArray(width * height)
  for (let i = 0; i < bytes.length; i++) {
    const [red = 0, green = 0, blue = 0] = [data[4 * i], data[4 * i + 1], data[4 * i + 2]]
    bytes[i] = (RED * red + GREEN * green + BLUE * blue) >> 10
  }
  return { bytes, width, height }
}

/** A quarter turn: bars are read along rows, and a photo may be taken sideways. */
function turned({ bytes, width, height }: Shades): Shades {
  const result = new Uint8ClampedArray(bytes.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) result[x * height + (height - 1 - y)] = bytes[y * width + x] ?? 0
  return { bytes: result, width: height, height: width }
}

/** The two kinds of bar codes that courier companies print. */
const readers = [new Code128Reader(), new Code39Reader()]

/** Distance between the rows that are read, in px. A bar code of a waybill in a photo is much higher. */
const ROW_STEP = 3

/** The rows of a picture, from the middle outwards. */
const rowsFromMiddle = (height: number): number[] =>
  Array.from({ length: Math.floor(height / ROW_STEP) }, (_, i) => {
    const away = Math.ceil(i / 2) * ROW_STEP
    return Math.floor(height / 2) + (i % 2 === 0 ? away : -away)
  }).filter((y) => y >= 0 && y < height)

/** The text that some reader finds in a row of black and white, from either end. */
function readRow(y: number, row: BitArray): string | null {
  for (const _direction of ['forwards', 'backwards']) {
    for (const reader of readers)
      try {
        return reader.decodeRow(y, row).getText()
      } catch {
        // the library throws for a row without a code
      }
    row.reverse()
  }
  return null
}

/** A text counts once two rows agree on it: a Code 39 has no check digit. */
function readRows({ bytes, width, height }: Shades): string | null {
  // a local threshold, since light falls unevenly
  const matrix = new HybridBinarizer(new RGBLuminanceSource(bytes, width, height)).getBlackMatrix()
  const seen = new Set<string>()
  for (const y of rowsFromMiddle(height)) {
    const text = readRow(y, matrix.getRow(y))
    if (text === null) continue
    if (seen.has(text)) return text
    seen.add(text)
  }
  return null
}

/** The text of a Code 128 or Code 39 in a picture, in any of four directions and a little slanted; `null` without one. */
export function readBarCode(pixels: Pixels): string | null {
  const shades = toShades(pixels)
  return readRows(shades) ?? readRows(turned(shades))
}
