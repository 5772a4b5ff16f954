import { PAPER_PHOTO_BYTES, PHONE_PHOTO_BYTES } from '@/domain/photo'
import { indexedDbFiles } from '../storage/indexeddb-files'
import { choosePictures, readBytes } from './browser-files'
import { isSideways, orientationTransform, readOrientation } from './exif-orientation'
import {
  type LocalPhotos,
  PhotoError,
  type PhotoSubject,
  type PickedPhoto,
  rejectWithReason,
} from './local-photo'

const { save, ...files } = indexedDbFiles('photo', { type: 'image/jpeg', name: 'photo.jpg' })

function loadPicture(file: Blob): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image()
    image.onload = () => resolve(image)
    image.onerror = () => reject(new PhotoError('unreadable'))
    image.src = URL.createObjectURL(file)
  })
}

const toJpeg = (canvas: HTMLCanvasElement, quality: number) =>
  new Promise<Blob>((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new PhotoError('unreadable'))),
      'image/jpeg',
      quality,
    ),
  )

/** True if the browser applies the Exif orientation itself (Chrome 81, iOS 13.4 and later). */
const appliesOrientation = () => CSS.supports('image-orientation', 'from-image')

/** Maximum length of the first JPEG segment, which contains the orientation. */
const HEAD_BYTES = 65_536

const orientationOf = async (file: Blob) =>
  appliesOrientation() ? 1 : readOrientation(await readBytes(file.slice(0, HEAD_BYTES)))

interface Limits {
  bytes: number
  /** The longest side in px and the JPEG quality of each attempt. */
  attempts: readonly (readonly [edge: number, quality: number])[]
}

const limitsBySubject: Record<PhotoSubject, Limits> = {
  goods: {
    bytes: PHONE_PHOTO_BYTES,
    attempts: [
      [1200, 0.82],
      [1200, 0.7],
      [1000, 0.65],
      [800, 0.6],
      [640, 0.5],
    ],
  },
  paper: {
    bytes: PAPER_PHOTO_BYTES,
    attempts: [
      [2000, 0.88],
      [2000, 0.75],
      [1600, 0.75],
    ],
  },
}

/** Re-encodes a photo with decreasing size and quality until it fits; this also removes its metadata. */
async function shrink(file: Blob, { bytes, attempts }: Limits): Promise<Blob> {
  const [image, orientation] = [await loadPicture(file), await orientationOf(file)]
  try {
    let smallest: Blob | null = null
    for (const [edge, quality] of attempts) {
      const scale = Math.min(1, edge / Math.max(image.naturalWidth, image.naturalHeight))
      const width = Math.max(1, Math.round(image.naturalWidth * scale))
      const height = Math.max(1, Math.round(image.naturalHeight * scale))
      const canvas = document.createElement('canvas')
      const isRotated = isSideways(orientation)
      canvas.width = isRotated ? height : width
      canvas.height = isRotated ? width : height
      const pen = canvas.getContext('2d')
      pen?.setTransform(...orientationTransform(orientation, width, height))
      pen?.drawImage(image, 0, 0, width, height)
      smallest = await toJpeg(canvas, quality)
      if (smallest.size <= bytes) return smallest
    }
    if (!smallest) throw new PhotoError('unreadable')
    return smallest
  } finally {
    URL.revokeObjectURL(image.src)
  }
}

const toPickedPhoto = (file: Blob, subject: PhotoSubject): PickedPhoto => ({
  async save(id) {
    const small = await shrink(file, limitsBySubject[subject])
    await save(id, small).catch(rejectWithReason('full'))
  },
})

export const localPhotos: LocalPhotos = {
  ...files,
  pick: async (from, most, subject) =>
    (await choosePictures(from, most > 1)).map((file) => toPickedPhoto(file, subject)),
  download: async (url) => {
    const reply = await fetch(url)
    if (!reply.ok) throw new PhotoError('unreadable')
    return toPickedPhoto(await reply.blob(), 'goods')
  },
}
