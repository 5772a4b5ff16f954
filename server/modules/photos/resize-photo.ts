import type { Sharp } from 'sharp'
import { type PhotoWidth, photoWidths } from '@/domain/photo'
import { ApiError } from '../../api-error'

/** Loads sharp with the first picture, because it is large and often not needed. */
export async function loadSharp() {
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

interface Box {
  width: number
  height: number
}

const LARGEST: Box = { width: Math.max(...photoWidths), height: 2 * Math.max(...photoWidths) }

/** Decodes a picture: upright, on white, without metadata and at most as large as the box. */
async function decode(bytes: Buffer, size: Box) {
  const sharp = await loadSharp()
  const box = { ...size, fit: 'inside', withoutEnlargement: true } as const
  const { data, info } = await sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' })
    .autoOrient()
    .resize(box)
    .flatten({ background: '#ffffff' })
    .toColorspace('srgb')
    .timeout(TIMEOUT)
    .raw()
    .toBuffer({ resolveWithObject: true })
  const raw = { width: info.width, height: info.height, channels: info.channels }
  return () => sharp(data, { raw })
}

/** Converts a photo to WebP in every stored size, and to a 5:4 share picture as JPEG. Anything else is `not-a-photo`. */
export const resizePhoto = (bytes: Buffer): Promise<ResizedPhoto> =>
  readPhoto(bytes, LARGEST, async (picture) => {
    const sizes: ResizedPhoto['sizes'] = []
    for (const width of photoWidths) {
      const box = { width, height: 2 * width, fit: 'inside', withoutEnlargement: true } as const
      sizes.push({ width, bytes: await picture().resize(box).webp({ quality: 78 }).toBuffer() })
    }
    return { sizes, share: await sharePicture(picture()) }
  })

/** The side of a photo of a paper in pixels, at which small print can be read. */
const PAPER_SIDE = 2000
/** WeChat Pay's maximum for a photo. Source: https://pay.weixin.qq.com/doc/v3/partner/4012761084 */
const MAX_PAPER_BYTES = 2 * 1024 * 1024

/** Converts a photo of a paper to a JPEG of at most 2 MB without metadata. Anything else is `not-a-photo`. */
export const resizePaper = (bytes: Buffer): Promise<Buffer> =>
  readPhoto(bytes, { width: PAPER_SIDE, height: PAPER_SIDE }, async (picture) => {
    for (const quality of [85, 60, 30]) {
      const jpeg = await picture().jpeg({ quality }).toBuffer()
      if (jpeg.length <= MAX_PAPER_BYTES) return jpeg
    }
    throw new ApiError('too-large')
  })

/** Checks and decodes a photo. @throws ApiError `not-a-photo` or `too-large` */
async function readPhoto<T>(bytes: Buffer, size: Box, use: (picture: () => Sharp) => Promise<T>): Promise<T> {
  if (!isPhoto(bytes)) throw new ApiError('not-a-photo')
  try {
    await checkDimensions(bytes)
    return await use(await decode(bytes, size))
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

/** Converts a stored picture to JPEG. */
export async function convertToJpeg(picture: Buffer): Promise<Buffer> {
  const sharp = await loadSharp()
  return sharp(picture).jpeg({ quality: 85 }).toBuffer()
}

/** Renders a small grey picture. */
export async function renderPlainPicture(format: 'jpeg' | 'webp'): Promise<Buffer> {
  const sharp = await loadSharp()
  return sharp({ create: { width: 75, height: 60, channels: 3, background: '#d8d8d4' } })
    .toFormat(format)
    .toBuffer()
}

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
    .toColorspace('srgb')
    .raw()
    .toBuffer()
}
