import sharp from 'sharp'
import type { ComparedPart, Part } from './compare-parts'
import { PICTURE_SCALE, shrink } from './released-look'

/** Side of the squares in stored px whose mean colors are compared, so that half a pixel and WebP's noise make no difference. */
const SQUARE = 6
/** How far a mean color may be from the release's, of 255. */
const NEAR = 30

interface Raster {
  data: Buffer
  width: number
  height: number
}

interface Area {
  left: number
  top: number
  right: number
  bottom: number
}

async function rasterOf(picture: Buffer): Promise<Raster> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

const areaOf = ({ place: [left = 0, top = 0], box: [, , width = 0, height = 0] }: Part): Area => ({
  left: left * PICTURE_SCALE,
  top: top * PICTURE_SCALE,
  right: (left + width) * PICTURE_SCALE,
  bottom: (top + height) * PICTURE_SCALE,
})

/** The mean color of a square, or nothing outside of the picture. */
function meanAt({ data, width, height }: Raster, left: number, top: number): number[] | undefined {
  const [x, y] = [Math.round(left), Math.round(top)]
  if (x < 0 || y < 0 || x + SQUARE > width || y + SQUARE > height) return undefined
  const sums = [0, 0, 0]
  for (let row = y; row < y + SQUARE; row++)
    for (let column = x; column < x + SQUARE; column++)
      for (let channel = 0; channel < 3; channel++)
        sums[channel] = (sums[channel] ?? 0) + (data[(row * width + column) * 3 + channel] ?? 0)
  return sums.map((sum) => sum / SQUARE ** 2)
}

const touches = (areas: readonly Area[], left: number, top: number) =>
  areas.some(
    (area) =>
      area.left < left + SQUARE + 1 &&
      area.right > left - 1 &&
      area.top < top + SQUARE + 1 &&
      area.bottom > top - 1,
  )

/**
 * Names the parts without a difference whose pixels differ. Squares that a different part touches, in either drawing, are left out: the
 * list of differences has them.
 */
export async function compareInk(
  compared: readonly ComparedPart[],
  before: Buffer,
  after: Buffer,
): Promise<string[]> {
  const rastered = async (right: number, down: number) =>
    rasterOf(await (await shrink(after, right, down)).png().toBuffer())
  const released = await rasterOf(before)
  // moved by no or one px to the right and down
  const today = await Promise.all([rastered(0, 0), rastered(0, 1), rastered(1, 0), rastered(1, 1)])
  const different = compared.filter(({ differences }) => differences.length > 0)
  // what contains the others has no ink of its own to leave out
  const small = (parts: (Part | undefined)[]) =>
    parts.flatMap((part) => (part && (part.box[3] ?? 0) < 120 ? areaOf(part) : []))
  const masks = { old: small(different.map(({ old }) => old)), now: small(different.map(({ now }) => now)) }
  return compared.flatMap(({ old, now, differences }) => {
    if (!old || !now || differences.length > 0) return []
    const [right, down] = [0, 1].map((at) => Math.abs((now.place[at] ?? 0) - (old.place[at] ?? 0)) % 2)
    const raster = today[2 * (right ?? 0) + (down ?? 0)] as Raster
    const [from, to] = [areaOf(old), areaOf(now)]
    const [left, top] = [to.left + (right ?? 0) / 2, to.top + (down ?? 0) / 2]
    let worst = 0
    for (let y = 0; from.top + y + SQUARE <= from.bottom; y += SQUARE)
      for (let x = 0; from.left + x + SQUARE <= from.right; x += SQUARE) {
        if (touches(masks.old, from.left + x, from.top + y) || touches(masks.now, to.left + x, to.top + y))
          continue
        const one = meanAt(released, from.left + x, from.top + y)
        const other = meanAt(raster, left + x, top + y)
        if (one && other)
          worst = Math.max(worst, ...one.map((value, at) => Math.abs(value - (other[at] ?? 0))))
      }
    return worst > NEAR ? [`${old.name} ${old.text}: its pixels differ by ${Math.round(worst)} of 255`] : []
  })
}
