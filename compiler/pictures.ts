import sharp from 'sharp'

/** A picture inside a mini-program has at most so many bytes. */
export const PICTURE_BYTES = 12 * 1024

/** Wide enough for two columns of goods on a phone of two pixels a point. */
const WIDTH = 300
const TRIES = [
  { width: WIDTH, quality: 72 },
  { width: WIDTH, quality: 58 },
  { width: 240, quality: 50 },
  { width: 200, quality: 40 },
  { width: 160, quality: 30 },
  { width: 120, quality: 20 },
] as const

/** A picture so small that it may be carried: JPEG, as WeChat shows no WebP of a package. `undefined` if none fits. */
export async function carriedSize(photo: Buffer): Promise<Buffer | undefined> {
  for (const { width, quality } of TRIES) {
    const small = await sharp(photo)
      .resize({ width, height: 2 * width, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality, mozjpeg: true })
      .toBuffer()
    if (small.length <= PICTURE_BYTES) return small
  }
  return undefined
}
