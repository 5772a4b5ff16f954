import { type PhotoCrop, photoCrops, photoWidths } from '@/domain/photo'
import { ApiError } from '../../api-error'
import type { BlobStore } from '../../blobs/blob-store'
import { findSubject, placeWindow, type Subject } from './find-subject'
import { cropFileName, photoFileName } from './photo-files'
import { loadSharp } from './resize-photo'

/** The side of the picture in which the subject is looked for, in px. */
const RASTER_SIDE = 96

interface Size {
  width: number
  height: number
}

interface Part extends Size {
  left: number
  top: number
}

/** A stored picture with a small copy, in which its subject was looked for. */
export interface ScannedPicture {
  bytes: Buffer
  size: Size
  small: Size & { pixels: Buffer }
  subject: Subject | undefined
}

export async function scanPicture(bytes: Buffer): Promise<ScannedPicture> {
  const sharp = await loadSharp()
  const { width, height } = await sharp(bytes).metadata()
  const { data: pixels, info } = await sharp(bytes)
    .resize({ width: RASTER_SIDE, height: RASTER_SIDE, fit: 'inside' })
    .removeAlpha()
    .toColorspace('srgb')
    .blur(1)
    .raw()
    .toBuffer({ resolveWithObject: true })
  const small = { pixels, width: info.width, height: info.height }
  return { bytes, size: { width, height }, small, subject: findSubject(small) }
}

/**
 * The part of a picture that a crop shows, around its subject, in px of the picture. Where nothing stands out from its edge, sharp's strategy
 * of attention chooses the part.
 */
export async function placeCrop({ size, small, subject }: ScannedPicture, crop: PhotoCrop): Promise<Part> {
  const shape = photoCrops[crop]
  // the largest part of the picture with the crop's shape
  const scale = Math.max(shape.width / size.width, shape.height / size.height)
  const sideOf = (side: keyof Size) => Math.max(1, Math.min(size[side], Math.round(shape[side] / scale)))
  const part = { width: sideOf('width'), height: sideOf('height') }
  const window = { width: part.width / size.width, height: part.height / size.height }
  const { left, top } = subject ? placeWindow(subject, window) : await placeByAttention(small, window)
  const start = (at: number, side: keyof Size) =>
    Math.min(Math.round(at * size[side]), size[side] - part[side])
  return { ...part, left: start(left, 'width'), top: start(top, 'height') }
}

async function placeByAttention({ pixels, width, height }: ScannedPicture['small'], window: Size) {
  const sharp = await loadSharp()
  const { info } = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .resize({
      width: Math.max(1, Math.round(window.width * width)),
      height: Math.max(1, Math.round(window.height * height)),
      fit: 'cover',
      position: sharp.strategy.attention,
    })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { left: -(info.cropOffsetLeft ?? 0) / width, top: -(info.cropOffsetTop ?? 0) / height }
}

/** Cuts a crop out of a picture around what it shows, as WebP. */
export async function cutCrop(picture: ScannedPicture, crop: PhotoCrop): Promise<Buffer> {
  const sharp = await loadSharp()
  return sharp(picture.bytes)
    .extract(await placeCrop(picture, crop))
    .resize({ ...photoCrops[crop], fit: 'fill' })
    .webp({ quality: 78 })
    .toBuffer()
}

const [LARGEST = 375] = photoWidths.slice(-1)

/**
 * Stores crops of a photo that are not stored yet. Crops of one photo never change.
 * @throws ApiError `not-a-photo` when the photo's files are missing or broken
 */
export async function storeCrops(blobs: BlobStore, hash: string, crops: readonly PhotoCrop[]): Promise<void> {
  let scanned: ScannedPicture | undefined
  for (const crop of crops) {
    const name = cropFileName(hash, crop)
    if ((await blobs.size(name)) !== undefined) continue
    scanned ??= await scanStored(blobs, hash)
    await blobs.put(name, await orNotAPhoto(cutCrop(scanned, crop)))
  }
}

/** Makes the stored crops of a photo again, after its files have changed. */
export async function remakeCrops(blobs: BlobStore, hash: string): Promise<void> {
  for (const crop of Object.keys(photoCrops) as PhotoCrop[]) {
    const name = cropFileName(hash, crop)
    if ((await blobs.size(name)) === undefined) continue
    await blobs.put(name, await orNotAPhoto(cutCrop(await scanStored(blobs, hash), crop)))
  }
}

async function scanStored(blobs: BlobStore, hash: string): Promise<ScannedPicture> {
  const picture = await blobs.get(photoFileName(hash, LARGEST))
  if (!picture) throw new ApiError('not-a-photo')
  return orNotAPhoto(scanPicture(picture))
}

const orNotAPhoto = <T>(work: Promise<T>): Promise<T> =>
  work.catch(() => {
    throw new ApiError('not-a-photo')
  })
