/** @jest-environment node */
import sharp from 'sharp'
import { isSideways, orientationTransform, readOrientation } from '@/platform/media/exif-orientation'

/** Three by two blocks of 16 px, each in its own grey. */
const [BLOCK, ACROSS, DOWN] = [16, 3, 2]
const [WIDTH, HEIGHT] = [BLOCK * ACROSS, BLOCK * DOWN]
const shade = (x: number, y: number) => 30 + 40 * (Math.floor(y / BLOCK) * ACROSS + Math.floor(x / BLOCK))
const pixels = Buffer.from(
  Array.from({ length: WIDTH * HEIGHT }, (_, at) => shade(at % WIDTH, Math.floor(at / WIDTH))),
)
const photoWithOrientation = (orientation: number) =>
  sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 1 } })
    .withMetadata({ orientation })
    .jpeg({ quality: 100 })
    .toBuffer()
const bufferOf = (file: Buffer): ArrayBuffer => new Uint8Array(file).buffer

describe('EXIF orientation', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])('reads %i and turns the photo upright', async (orientation) => {
    const file = await photoWithOrientation(orientation)
    expect(readOrientation(bufferOf(file))).toBe(orientation)
    const { data, info } = await sharp(file)
      .autoOrient()
      .grayscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual(isSideways(orientation) ? [HEIGHT, WIDTH] : [WIDTH, HEIGHT])
    const [a, b, c, d, e, f] = orientationTransform(orientation, WIDTH, HEIGHT)
    for (let row = 0; row < DOWN; row++)
      for (let column = 0; column < ACROSS; column++) {
        const [x, y] = [(column + 0.5) * BLOCK, (row + 0.5) * BLOCK]
        const [toX, toY] = [Math.floor(a * x + c * y + e), Math.floor(b * x + d * y + f)]
        expect(Math.abs((data[toY * info.width + toX] ?? 0) - shade(x, y))).toBeLessThan(6)
      }
  })

  it('defaults to upright for a file that has none, is truncated or is no JPEG', async () => {
    const plain = await sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 1 } })
      .jpeg()
      .toBuffer()
    expect(readOrientation(bufferOf(plain))).toBe(1)
    const six = await photoWithOrientation(6)
    for (let length = 0; length < 60; length++)
      expect([1, 6]).toContain(readOrientation(bufferOf(six.subarray(0, length))))
    expect(readOrientation(bufferOf(Buffer.from('GIF89a and more')))).toBe(1)
  })
})
