import { PHONE_PHOTO_BYTES } from '@/domain/photo'
import { indexedDbFiles } from '../storage/indexeddb-files'
import { choosePictures, readBytes } from './browser-files'
import { isSideways, orientationTransform, readOrientation } from './exif-orientation'
import { type LocalPhotos, PhotoError, type PickedPhoto, rejectWithReason } from './local-photo'

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

/** Re-encodes a photo with decreasing size and quality until it fits `PHONE_PHOTO_BYTES`; this also removes its metadata. */
async function shrink(file: Blob): Promise<Blob> {
  const [image, orientation] = [await loadPicture(file), await orientationOf(file)]
  try {
    let smallest: Blob | null = null
    for (const [edge, quality] of [
      [1200, 0.82],
      [1200, 0.7],
      [1000, 0.65],
      [800, 0.6],
      [640, 0.5],
    ] as const) {
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
      if (smallest.size <= PHONE_PHOTO_BYTES) return smallest
    }
    if (!smallest) throw new PhotoError('unreadable')
    return smallest
  } finally {
    URL.revokeObjectURL(image.src)
  }
}

const toPickedPhoto = (file: Blob): PickedPhoto => ({
  async save(id) {
    const small = await shrink(file)
    await save(id, small).catch(rejectWithReason('full'))
  },
})

export const localPhotos: LocalPhotos = {
  ...files,
  pick: async (from, most) => (await choosePictures(from, most > 1)).map(toPickedPhoto),
}
