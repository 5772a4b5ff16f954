import type { Sharp } from 'sharp'
import { type PhotoWidth, photoWidths } from '@/domain/photo'
import { ApiError } from '../../api-error'

/** Loaded with the first picture: it is large, and a server that only sells needs none of it. */
async function imaging() {
  const { default: sharp } = await import('sharp')
  sharp.concurrency(1)
  sharp.cache(false)
  return sharp
}

/** More pixels than any phone takes, fewer than would fill the memory. */
const MOST_PIXELS = 50_000_000
/** An interlaced PNG takes ten times as long to decode as any other picture, and no phone takes one. */
const MOST_INTERLACED = 4_000_000
/** Longer than any photo, and than any panorama a phone makes, in pixels. A side of millions takes seconds to decode. */
const LONGEST_SIDE = 12_000
/** Seconds that one step of work on a picture may take. */
const DECODING = { seconds: 8 }

const SHARE = { width: 800, height: 640 } as const

export interface Shrunk {
  sizes: { width: PhotoWidth; bytes: Buffer }[]
  share: Buffer
}

/** JPEG, PNG and WebP by their first bytes; what a file is called does not count. */
function isPhoto(bytes: Buffer): boolean {
  const starts = (hex: string, at = 0) => bytes.subarray(at, at + hex.length / 2).toString('hex') === hex
  return starts('ffd8ff') || starts('89504e470d0a1a0a') || (starts('52494646') && starts('57454250', 8))
}

/** Refuses a picture by its header, before any of it is decoded. */
async function checkSize(bytes: Buffer): Promise<void> {
  const sharp = await imaging()
  const { width, height, format, isProgressive } = await sharp(bytes, {
    limitInputPixels: false,
    failOn: 'error',
  }).metadata()
  const most = format === 'png' && isProgressive ? MOST_INTERLACED : MOST_PIXELS
  if (Math.max(width, height) > LONGEST_SIDE || width * height > most) throw new ApiError('too-large')
}

/** Upright, on white, without any metadata, and no larger than the largest size. */
async function decode(bytes: Buffer) {
  const sharp = await imaging()
  const [largest] = photoWidths.slice(-1)
  const box = { width: largest, height: 2 * (largest ?? 0), fit: 'inside', withoutEnlargement: true } as const
  const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .autoOrient()
    .resize(box)
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .timeout(DECODING)
    .raw()
    .toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: info.channels }
  return () => sharp(data, { raw })
}

/** A photo in every size the project keeps, as WebP, and its 5:4 share picture as JPEG. `not-a-photo` when it is none. */
export async function shrink(bytes: Buffer): Promise<Shrunk> {
  if (!isPhoto(bytes)) throw new ApiError('not-a-photo')
  try {
    await checkSize(bytes)
    const picture = await decode(bytes)
    const sizes: Shrunk['sizes'] = []
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

/** A share picture of a drawing of ours (SVG), which stands in for a photo. */
export async function shareDrawing(svg: string): Promise<Buffer> {
  const sharp = await imaging()
  return sharp(Buffer.from(svg), { density: 600 })
    .resize({ ...SHARE, fit: 'cover' })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 80 })
    .toBuffer()
}

/** A stored picture's pixels, few enough to be counted: red, green and blue in turn. */
export async function fewPixels(picture: Buffer): Promise<Buffer> {
  const sharp = await imaging()
  return sharp(picture)
    .resize({ width: 64, height: 64, fit: 'inside' })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer()
}
