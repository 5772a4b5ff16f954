import sharp from 'sharp'

/** Maximum size in bytes of a picture inside a mini-program. */
export const MAX_PICTURE_BYTES = 12 * 1024

/** Enough for two columns of products on a screen of two pixels per point. */
const WIDTH = 300
const TRIES = [
  { width: WIDTH, quality: 72 },
  { width: WIDTH, quality: 58 },
  { width: 240, quality: 50 },
  { width: 200, quality: 40 },
  { width: 160, quality: 30 },
  { width: 120, quality: 20 },
] as const

/**
 * Shrinks a photo for embedding, as JPEG because WeChat shows no WebP from a package. `undefined` if none of the sizes fits.
 */
export async function toEmbeddedPicture(photo: Buffer): Promise<Buffer | undefined> {
  for (const { width, quality } of TRIES) {
    const small = await sharp(photo)
      .resize({ width, height: 2 * width, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality, mozjpeg: true })
      .toBuffer()
    if (small.length <= MAX_PICTURE_BYTES) return small
  }
  return undefined
}
