import { PHONE_PHOTO_BYTES } from '@/domain/photo'
import { indexedDbFiles } from '../storage/indexeddb-files'
import { choosePictures } from './choose-pictures'
import { isSideways, orientationTransform, readOrientation } from './exif-orientation'
import { failsAs, type LocalPhotos, PhotoError, type PickedPhoto } from './local-photo'
import { readBytes } from './read-bytes'

const { keep, ...files } = indexedDbFiles('photo', { type: 'image/jpeg', name: 'photo.jpg' })

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

/** Browsers put photos upright themselves from Chrome 81 and iOS 13.4 on; before that they lie as the camera was held. */
const putsUpright = () => CSS.supports('image-orientation', 'from-image')

/** An orientation stands in the first block of a JPEG, which is at most so long. */
const HEAD_BYTES = 65_536

const liesAs = async (file: Blob) =>
  putsUpright() ? 1 : readOrientation(await readBytes(file.slice(0, HEAD_BYTES)))

/** Drawn anew, so neither place nor phone model stays inside; smaller and coarser until it fits. */
async function shrink(file: Blob): Promise<Blob> {
  const [image, orientation] = [await loadPicture(file), await liesAs(file)]
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
      const onSide = isSideways(orientation)
      canvas.width = onSide ? height : width
      canvas.height = onSide ? width : height
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

const picked = (file: Blob): PickedPhoto => ({
  async keep(id) {
    const small = await shrink(file)
    await keep(id, small).catch(failsAs('full'))
  },
})

export const localPhotos: LocalPhotos = {
  ...files,
  async pick(id, from, chosen) {
    const [file] = await choosePictures(from, false)
    if (!file) return false
    chosen?.()
    await picked(file).keep(id)
    return true
  },
  pickSeveral: async (from, most) => (await choosePictures(from, most > 1)).map(picked),
}
