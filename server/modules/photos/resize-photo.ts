import type { Sharp } from 'sharp'
import { type PhotoWidth, photoWidths } from '@/domain/photo'
import { ApiError } from '../../api-error'

/** Loads sharp with the first picture, because it is large and often not needed. */
async function loadSharp() {
  const { default: sharp } = await import('sharp')
  sharp.concurrency(1)
  sharp.cache(false)
  return sharp
}

/** Above the pixel count of phone cameras, and low enough for the memory. */
const MAX_PIXELS = 50_000_000
/** Lower limit for interlaced PNG, which takes ten times as long to decode; phones do not produce it. */
const MAX_INTERLACED_PIXELS = 4_000_000
/** Maximum side in pixels, above any phone panorama. Decoding a side of millions takes seconds. */
const MAX_SIDE = 12_000
/** Time limit of one processing step. */
const TIMEOUT = { seconds: 8 }

const SHARE = { width: 800, height: 640 } as const

export interface ResizedPhoto {
  sizes: { width: PhotoWidth; bytes: Buffer }[]
  share: Buffer
}

/** True for JPEG, PNG and WebP, recognized by their first bytes. */
function isPhoto(bytes: Buffer): boolean {
  const starts = (hex: string, at = 0) => bytes.subarray(at, at + hex.length / 2).toString('hex') === hex
  return starts('ffd8ff') || starts('89504e470d0a1a0a') || (starts('52494646') && starts('57454250', 8))
}

/** Rejects an oversized picture by its header, before it is decoded. */
async function checkDimensions(bytes: Buffer): Promise<void> {
  const sharp = await loadSharp()
  const { width, height, format, isProgressive } = await sharp(bytes, {
    limitInputPixels: false,
    failOn: 'error',
  }).metadata()
  const maxPixels = format === 'png' && isProgressive ? MAX_INTERLACED_PIXELS : MAX_PIXELS
  if (Math.max(width, height) > MAX_SIDE || width * height > maxPixels) throw new ApiError('too-large')
}

/** Decodes a picture: upright, on white, without metadata and at most the largest stored size. */
async function decode(bytes: Buffer) {
  const sharp = await loadSharp()
  const [largest] = photoWidths.slice(-1)
  const box = { width: largest, height: 2 * (largest ?? 0), fit: 'inside', withoutEnlargement: true } as const
  const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .autoOrient()
    .resize(box)
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .timeout(TIMEOUT)
    .raw()
    .toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: info.channels }
  return () => sharp(data, { raw })
}

/** Converts a photo to WebP in every stored size, and to a 5:4 share picture as JPEG. Anything else is `not-a-photo`. */
export async function resizePhoto(bytes: Buffer): Promise<ResizedPhoto> {
  if (!isPhoto(bytes)) throw new ApiError('not-a-photo')
  try {
    await checkDimensions(bytes)
    const picture = await decode(bytes)
    const sizes: ResizedPhoto['sizes'] = []
    for (const width of photoWidths) {
      const box = { width, height: 2 * width, fit: 'inside', withoutEnlargement: true } as const
      sizes.push({ width, bytes: await picture().resize(box).webp({ quality: 78 }).toBuffer() })
    }
    return { sizes, share: await sharePicture(picture()) }
  } catch (error) {
    if (error instanceof ApiError) throw error
    const isTooMuch = error instanceof Error && error.message.includes('timeout')
    throw new ApiError(isTooMuch ? 'too-large' : 'not-a-photo')
  }
}

const sharePicture = (picture: Sharp): Promise<Buffer> =>
  picture
    .resize({ ...SHARE, fit: 'cover' })
    .jpeg({ quality: 80, mozjpeg: true })
    .toBuffer()

/** Renders an SVG drawing as the share picture of a shop without photos. */
export async function renderShareDrawing(svg: string): Promise<Buffer> {
  const sharp = await loadSharp()
  return sharp(Buffer.from(svg), { density: 600 })
    .resize({ ...SHARE, fit: 'cover' })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 80 })
    .toBuffer()
}

/** Returns RGB pixels of a stored picture, scaled down to at most 64 × 64. */
export async function samplePixels(picture: Buffer): Promise<Buffer> {
  const sharp = await loadSharp()
  return sharp(picture)
    .resize({ width: 64, height: 64, fit: 'inside' })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer()
}
